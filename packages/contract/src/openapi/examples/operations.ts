import type { EndpointName } from '../../endpoints.ts'
import type { Identifier } from '../../resource.ts'
import { at, ids } from './example.ts'
import { UPLOAD_SIGNATURE, UPLOAD_URL } from './sources.ts'

/** What is particular about the example of one endpoint. */
export interface Operation {
  /** Top-level `meta` of the request. */
  readonly meta?: Readonly<Record<string, unknown>>
  /** Query of the request; path and page need none. */
  readonly query?: string
  /** Ids of its path, by type, that are others than those of the seeds. */
  readonly ids?: Readonly<Record<string, string>>
  /** What has to have been done to the example instance before: examples, by endpoint, or with another id in the path. */
  readonly given?: readonly (EndpointName | readonly [name: EndpointName, id: string])[]
  /** With what the caller is known, where a token will not do. */
  readonly by?: 'session'
  /** How the resource differs after the operation. */
  readonly after?: {
    /** Top-level `meta` of the answer. */
    readonly meta?: Readonly<Record<string, unknown>>
    readonly attributes?: Readonly<Record<string, unknown>>
    readonly relationships?: Readonly<Record<string, Identifier | null | readonly Identifier[]>>
  }
}

const started = '2026-03-28T22:00:04Z'
const running = { run_type: 'rehearsal', start_actual: started, tasks_complete_count: 16 }
const inRun = { current_run: ids.run }
const archived = { archived: true, archived_at: '2026-06-30T08:00:00Z' }
const taskStarted = {
  stage: 'in_progress',
  start_ready: '2026-03-28T22:40:31Z',
  start_actual: '2026-03-28T22:41:10Z',
}

const jonas = {
  first_name: 'Jonas',
  last_name: 'Weber',
  name: 'Jonas Weber',
  email: 'jonas.weber@example.com',
}
const startable: Operation['given'] = ['startRunbook', ['skipTask', '14'], ['skipTask', '15']]

/** Endpoints whose example is more than the resource as it stands in the seed. */
export const operations: Partial<Record<EndpointName, Operation>> = {
  listRunbooks: { query: 'workspace_id=7&stage=planning&sort=-touched_at' },
  listTasks: { query: 'stage=not_startable&sort=start_planned' },
  deleteTasks: { query: 'task_ids=17,18' },
  exportTasks: { query: 'format=csv' },
  listActionLogs: { query: 'runbook_id=90&event=task.started', given: [...startable, 'startTask'] },
  listActivities: { query: 'runbook_id=90' },
  listMyTasks: { query: 'scope=now', given: startable },
  beginSecondFactor: {
    meta: { current_password: 'correct horse battery' },
    after: {
      attributes: {
        enabled: false,
        confirmed_at: null,
        recovery_codes_left: 0,
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Runsheet:mira.okafor%40example.com?issuer=Runsheet&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
      },
    },
  },
  confirmSecondFactor: {
    meta: { code: '352691' },
    after: { attributes: { recovery_codes: ['k7wq-2m9d-x4tz-8hrb'] } },
  },
  endSecondFactor: {
    meta: { current_password: 'correct horse battery', code: '151203' },
    given: ['confirmSecondFactor'],
  },
  makeRecoveryCodes: {
    meta: { current_password: 'correct horse battery', code: '151203' },
    given: ['confirmSecondFactor'],
    after: { attributes: { recovery_codes: ['k7wq-2m9d-x4tz-8hrb'] } },
  },
  createUserAppToken: {
    after: { attributes: { token: '5f0c1d8e2b7a4c93d6e1f08a7b2c5d4e9f3a6b1c8d7e0f25' } },
  },
  listAccess: { query: 'runbook_id=90&permission=run.control' },
  listRoles: { query: 'workspace_id=7' },
  syncRoles: {
    meta: {
      roles_attributes: [
        { role_type_id: '5' },
        { role_type_id: '4', resource_type: 'workspace', resource_id: '7' },
      ],
    },
  },
  listUsers: { query: 'query=mira' },
  createUser: {
    meta: { invitation: { skip: true } },
    after: {
      attributes: {
        first_name: 'Noor',
        last_name: 'Haddad',
        name: 'Noor Haddad',
        email: 'noor.haddad@example.com',
        status: 'active',
        last_sign_in_at: null,
      },
    },
  },
  // Who asks cannot ask again after that.
  archiveUser: {
    ids: { user: '9' },
    after: { attributes: { ...jonas, archived: true, status: 'archived' } },
  },
  restoreUser: { ids: { user: '9' }, given: ['archiveUser'], after: { attributes: jonas } },
  // The other has signed in.
  createInvitation: {
    ids: { user: '9' },
    after: {
      attributes: {
        link: 'https://runsheet.example.com/invitation#9c2e4a6f8b0d1c3e5a7f9b2d4c6e8a0f1b3d5c7e9a2f4b6d',
      },
    },
  },
  restoreTeam: { given: ['archiveTeam'] },
  createAppTokenOfUser: {
    after: { attributes: { token: '5f0c1d8e2b7a4c93d6e1f08a7b2c5d4e9f3a6b1c8d7e0f25' } },
  },
  listTeams: { query: 'workspace_id=7' },
  archiveTeam: { after: { attributes: { archived: true } } },
  createRunbookTeam: { given: ['removeRunbookTeam'] },
  updateRunbookTeam: { after: { relationships: { team: null } } },
  exportRunbookPeople: { query: 'format=csv' },
  listComments: { query: 'task_id=17' },
  createEventIntegration: {
    after: { attributes: { signing_secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD' } },
  },
  archiveDataSource: { after: { attributes: { archived: true } } },
  restoreDataSource: { given: ['archiveDataSource'] },
  listDataSourceRecords: { query: 'query=payments' },
  getUploadUrl: {
    query: 'filename=applications.csv',
    after: {
      attributes: {
        upload_url: UPLOAD_URL,
        headers: { 'Content-Type': 'text/csv' },
      },
    },
  },
  putUpload: {
    query: `signature=${UPLOAD_SIGNATURE}`,
    after: {
      attributes: {
        columns: ['Task ID', 'Title', 'Predecessor IDs', 'Stream', 'Planned Duration'],
        records_count: 2,
      },
    },
  },
  archiveWorkspace: { after: { attributes: { archived: true } } },
  getRunbook: { after: { meta: { sequence: 211 } } },
  archiveRunbookType: { after: { attributes: { archived: true } } },
  archiveTaskType: { after: { attributes: { archived: true } } },
  archiveCustomField: { after: { attributes: { archived: true } } },
  listCustomFields: { query: 'workspace_id=7&global=true&sort=order' },
  listCustomFieldUsers: { query: 'runbook_id=90' },
  createRunbook: { meta: { copy: { source_runbook_id: '41', tasks: true, teams: true, users: true } } },
  updateRunbook: { meta: { shift_fixed_times: false } },
  startRunbook: {
    meta: { comms: 'off', run_type: 'rehearsal', validation_level: 'error' },
    after: {
      attributes: { stage: 'active', run_type: 'rehearsal', start_actual: started },
      meta: {
        status: 'started',
        findings: [
          {
            finding: 'task_unassigned',
            severity: 'warning',
            task: '18',
            detail: 'Task 18: nobody is assigned.',
          },
        ],
        findings_total: 1,
      },
      relationships: inRun,
    },
  },
  pauseRunbook: {
    given: ['startRunbook'],
    meta: { message: 'Waiting for the network team', notify: true },
    after: {
      attributes: { ...running, stage: 'paused' },
      relationships: inRun,
      meta: { status: 'paused' },
    },
  },
  resumeRunbook: {
    given: ['startRunbook', 'pauseRunbook'],
    meta: { message: 'The network is back', notify: true },
    after: {
      attributes: { ...running, stage: 'active' },
      relationships: inRun,
      meta: { status: 'resumed' },
    },
  },
  cancelRunbook: {
    given: ['startRunbook'],
    meta: { message: 'Moved to next week', notify: true },
    after: {
      attributes: { ...running, stage: 'canceled', end_actual: '2026-03-28T23:05:30Z' },
      meta: { status: 'cancelled' },
      relationships: inRun,
    },
  },
  returnToPlanning: {
    given: ['startRunbook', 'cancelRunbook'],
    after: {
      relationships: { current_version: at('runbook_version', '158') },
      meta: { status: 'planning' },
    },
  },
  listRuns: { given: ['startRunbook'] },
  getRun: { given: ['startRunbook'] },
  restoreWorkspace: { given: ['archiveWorkspace'] },
  restoreRunbook: { given: ['archiveRunbook'] },
  restoreRunbookType: { given: ['archiveRunbookType'] },
  restoreTaskType: { given: ['archiveTaskType'] },
  restoreCustomField: { given: ['archiveCustomField'] },
  addRunbookUser: { given: ['removeRunbookUser'] },
  signOut: { by: 'session' },
  archiveRunbook: { after: { attributes: archived } },
  updatePresence: { meta: { connection: '3f0b7c1e-8a52-4d0c-9c55-6f1f0e2b7a90', task_id: '17' } },
  updateTask: { meta: { delete_excluded_assignees: true } },
  startTask: {
    given: startable,
    meta: { comment: null, override: false },
    after: { attributes: taskStarted, relationships: { started_by: ids.mira } },
  },
  finishTask: {
    given: [...startable, 'startTask'],
    meta: { comment: 'Promoted; no connection was lost.' },
    after: {
      attributes: {
        ...taskStarted,
        stage: 'complete',
        completion_type: 'complete_normal',
        end_actual: '2026-03-28T22:49:52Z',
        elapsed_duration: 522,
        comments_count: 1,
      },
      relationships: { started_by: ids.mira, completed_by: ids.mira },
    },
  },
  skipTask: {
    given: startable,
    meta: { comment: 'Site B is already the primary.' },
    after: {
      attributes: {
        stage: 'complete',
        completion_type: 'complete_skipped',
        end_actual: '2026-03-28T22:41:10Z',
        comments_count: 1,
      },
      relationships: { completed_by: ids.mira },
    },
  },
}
