import type { EndpointName } from '@runsheet/contract'
import { codeAt } from '@runsheet/core'
import { plannerOf } from '../planning/index.ts'
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

/** Something that has been archived. */
const archived =
  (noun: string, type: string) =>
  async (server: TestServer, scene: Scene): Promise<Scene> => {
    await server.send('PATCH', `/core/${noun}/${scene.ids[type]}/archive`)
    return scene
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

/** Endpoints whose request does not follow from the declaration alone. */
export const particulars: Partial<Record<EndpointName, Particular>> = {
  getCustomField: {
    prepare: async (server, { ids, headers }) => ({
      ids: { ...ids, custom_field: await plannerOf(server).makeField({ name: unused() }) },
      headers,
    }),
  },
  getRun: {
    async prepare(server, scene) {
      const { ids, headers } = await after('start')(server, scene)
      const { document } = await server.send('GET', `/core/runbooks/${ids['runbook']}/runs`)
      return { ids: { ...ids, run: document['data'][0].id }, headers }
    },
  },
  restoreUser: { prepare: archived('users', 'user') },
  restoreTeam: { prepare: archived('teams', 'team') },
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
