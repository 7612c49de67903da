import type { Selectable } from 'kysely'
import type {
  CustomFieldGroupTable,
  CustomFieldOptionTable,
  CustomFieldTable,
  CustomFieldUserTable,
} from './tables/custom-fields.ts'
import type { EventTable, IdempotencyTable, InstanceTable } from './tables/instance.ts'
import type {
  MailTable,
  PasswordLinkTable,
  PreferenceTable,
  RecoveryCodeTable,
  RoleTable,
  RoleTypeTable,
  SecondFactorTable,
  SessionTable,
  SignInFailureTable,
  TokenTable,
  UserTable,
} from './tables/people.ts'
import type {
  AssignmentTable,
  DependencyTable,
  StreamTable,
  TaskLinkTable,
  TaskTable,
  VersionTable,
} from './tables/plans.ts'
import type {
  CommentTable,
  RunbookTable,
  RunbookTeamTable,
  RunbookTeamUserTable,
  RunbookUserTable,
} from './tables/runbooks.ts'
import type { RunTable, RunTaskTable, TaskActionTable } from './tables/runs.ts'
import type {
  DataSourceRecordTable,
  DataSourceTable,
  EventDeliveryTable,
  EventIntegrationTable,
  UploadTable,
} from './tables/sources.ts'
import type {
  FolderTable,
  RunbookTypeTable,
  TaskTypeTable,
  TeamTable,
  TeamUserTable,
  WorkspaceTable,
} from './tables/workspaces.ts'

export type { FieldValues } from './tables/columns.ts'

export interface Tables {
  instance: InstanceTable
  app_user: UserTable
  user_app_token: TokenTable
  session: SessionTable
  sign_in_failure: SignInFailureTable
  password_link: PasswordLinkTable
  second_factor: SecondFactorTable
  recovery_code: RecoveryCodeTable
  mail: MailTable
  user_preference: PreferenceTable
  role_type: RoleTypeTable
  role: RoleTable
  workspace: WorkspaceTable
  folder: FolderTable
  team: TeamTable
  team_user: TeamUserTable
  runbook_type: RunbookTypeTable
  task_type: TaskTypeTable
  custom_field: CustomFieldTable
  custom_field_group: CustomFieldGroupTable
  custom_field_option: CustomFieldOptionTable
  custom_field_user: CustomFieldUserTable
  runbook: RunbookTable
  runbook_version: VersionTable
  stream: StreamTable
  task: TaskTable
  dependency: DependencyTable
  assignment: AssignmentTable
  task_link: TaskLinkTable
  run: RunTable
  run_task: RunTaskTable
  task_action: TaskActionTable
  runbook_team: RunbookTeamTable
  runbook_team_user: RunbookTeamUserTable
  runbook_user: RunbookUserTable
  comment: CommentTable
  upload: UploadTable
  data_source: DataSourceTable
  data_source_record: DataSourceRecordTable
  event_integration: EventIntegrationTable
  event_delivery: EventDeliveryTable
  event: EventTable
  idempotency_key: IdempotencyTable
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>
