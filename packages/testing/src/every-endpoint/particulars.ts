import type { EndpointName } from '@runsheet/contract'
import { codeAt } from '@runsheet/core'
import { dataOf, plannerOf, writeOf } from '../planning/index.ts'
import { addSession } from '../runbooks/index.ts'
import { OWNER_PASSWORD, type TestServer } from '../server/index.ts'
import { unused } from './sample-value.ts'
import { inBrowser, type Scene } from './scene.ts'
import { FACTOR_SECRET, RECOVERY_CODE, withFactor } from './second-factor.ts'

/** What a request needs beside what its declaration says. */
export interface Particular {
  /** Brings the scene to where the endpoint does what it is for. */
  readonly prepare?: (server: TestServer, scene: Scene) => Promise<Scene>
  readonly query?: (scene: Scene) => string
  readonly meta?: Readonly<Record<string, unknown>>
  /** Secrets that the request may hold beside what it must, in its `meta`. */
  readonly secrets?: () => Readonly<Record<string, unknown>>
  /** The lines of a file, where they are no tasks. */
  readonly file?: (scene: Scene) => string
  /** Ids that a new resource points at. */
  readonly links?: readonly string[]
  /** Ends that by which its caller is known, so that a repeat is told 401. */
  readonly endsItsCaller?: true
  /** Nothing of it is kept: it is no event. */
  readonly isNoEvent?: true
}

const live = { comms: 'off', run_type: 'live' }

/** The runbook after some actions on it, or on its first task. */
const after =
  (...actions: readonly string[]) =>
  async (server: TestServer, scene: Scene): Promise<Scene> => {
    for (const action of actions) {
      const meta = action === 'start' ? { meta: live } : undefined
      const { status } = await server.send('PATCH', `/core/runbooks/${scene.ids['runbook']}/${action}`, meta)
      if (status !== 200) throw new Error(`${action} was refused with ${status}`)
    }
    return scene
  }

/** A type or a field that is archived. */
const archived =
  (type: string) =>
  async (server: TestServer, scene: Scene): Promise<Scene> => {
    dataOf(await server.send('PATCH', `/core/${type}s/${scene.ids[type]}/archive`))
    return scene
  }

/** A custom field of runbooks that names a person. */
async function withPeopleField(server: TestServer, { ids, headers }: Scene): Promise<Scene> {
  const field = { name: unused(), field_type: 'user', apply_to: 'runbook_edit' }
  return { ids: { ...ids, custom_field: await plannerOf(server).makeField(field) }, headers }
}

/** The runbook names a person in such a field. */
async function withNamedPerson(server: TestServer, scene: Scene): Promise<Scene> {
  const { ids, headers } = await withPeopleField(server, scene)
  const { custom_field = '', user = '', runbook = '' } = ids
  const link = writeOf('custom_field_user', {}, { custom_field, user, runbook })
  const made = dataOf(await server.send('POST', '/core/custom_field_users', link))
  return { ids: { ...ids, custom_field_user: made['id'] as string }, headers }
}

/** The person of the scene is the caller. */
async function ofCaller(server: TestServer, { ids, headers }: Scene): Promise<Scene> {
  const { document } = await server.send('GET', '/core/me')
  return { ids: { ...ids, user: document['data'].id as string }, headers }
}

/** The e-mail address of the person of the scene, who has a role in its workspace. */
async function withEmail(server: TestServer, { ids, headers }: Scene): Promise<Scene> {
  const { document } = await server.send('GET', `/core/users/${ids['user']}`)
  return { ids: { ...ids, email: document['data'].attributes.email as string }, headers }
}

/** The person of the scene has signed in somewhere. */
async function signedIn(server: TestServer, { ids, headers }: Scene): Promise<Scene> {
  return { ids: { ...ids, session: await addSession(server, ids['user'] ?? '') }, headers }
}

/** Endpoints whose request does not follow from the declaration alone. */
export const particulars: Partial<Record<EndpointName, Particular>> = {
  restoreRunbookType: { prepare: archived('runbook_type') },
  restoreTaskType: { prepare: archived('task_type') },
  restoreCustomField: { prepare: archived('custom_field') },
  createCustomFieldUser: { prepare: withPeopleField },
  getCustomFieldUser: { prepare: withNamedPerson },
  deleteCustomFieldUser: { prepare: withNamedPerson },
  getRun: {
    async prepare(server, scene) {
      const { ids, headers } = await after('start')(server, scene)
      const { document } = await server.send('GET', `/core/runbooks/${ids['runbook']}/runs`)
      return { ids: { ...ids, run: document['data'][0].id }, headers }
    },
  },
  restoreUser: { prepare: archived('user') },
  restoreTeam: { prepare: archived('team') },
  createAppTokenOfUser: { prepare: ofCaller },
  revokeAppTokenOfUser: { prepare: ofCaller },
  createRunbookTeam: { links: ['team'] },
  importTeams: { prepare: withEmail, file: ({ ids }) => `Email,Team\n${ids['email']},${unused()}\n` },
  importRunbookPeople: {
    prepare: withEmail,
    file: ({ ids }) => `Email,Team\n${ids['email']},${unused()}\n`,
  },
  createRunbook: { links: ['workspace'] },
  startRunbook: { meta: live },
  pauseRunbook: { prepare: after('start') },
  resumeRunbook: { prepare: after('start', 'pause') },
  cancelRunbook: { prepare: after('start') },
  returnToPlanning: { prepare: after('start', 'cancel') },
  restoreRunbook: { prepare: after('archive') },
  restoreDataSource: {
    async prepare(server, scene) {
      await server.send('PATCH', `/core/data_sources/${scene.ids['data_source']}/archive`)
      return scene
    },
  },
  getRunbookVersion: {
    async prepare(server, { ids, headers }) {
      const { document } = await server.send('GET', `/core/runbooks/${ids['runbook']}/runbook_versions`)
      return { ids: { ...ids, runbook_version: document['data'][0].id }, headers }
    },
  },
  restoreWorkspace: {
    async prepare(server, scene) {
      await server.send('PATCH', `/core/workspaces/${scene.ids['workspace']}/archive`)
      return scene
    },
  },
  deleteTasks: { query: ({ ids }) => `?task_ids=${ids['task']}` },
  startTask: { prepare: after('start') },
  finishTask: { prepare: after('start', 'tasks/1/start') },
  skipTask: { prepare: after('start') },
  updateMe: { secrets: () => ({ password: unused(), current_password: OWNER_PASSWORD }) },
  updatePresence: { meta: { task_id: null }, isNoEvent: true },
  signOut: { prepare: inBrowser, endsItsCaller: true },
  revokeSession: { prepare: inBrowser },
  revokeSessionsOfUser: { prepare: signedIn },
  revokeSessionOfUser: { prepare: signedIn },
  beginSecondFactor: { prepare: withFactor('none'), meta: { current_password: OWNER_PASSWORD } },
  confirmSecondFactor: {
    prepare: withFactor('pending'),
    get meta() {
      return { code: codeAt(FACTOR_SECRET, Date.now()) }
    },
  },
  endSecondFactor: {
    prepare: withFactor('confirmed'),
    meta: { current_password: OWNER_PASSWORD, code: RECOVERY_CODE },
  },
  makeRecoveryCodes: {
    prepare: withFactor('confirmed'),
    meta: { current_password: OWNER_PASSWORD, code: RECOVERY_CODE },
  },
}
