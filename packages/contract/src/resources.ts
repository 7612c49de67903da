import { access } from './access/resource.ts'
import { actionLog, activity } from './activity/resource.ts'
import { auditChain } from './audit/resource.ts'
import { comment } from './comments/resource.ts'
import {
  customField,
  customFieldGroup,
  customFieldOption,
  customFieldUser,
} from './custom-fields/resource.ts'
import { dataSource, dataSourceRecord, dataSourceUpload } from './data-sources/resource.ts'
import { eventDelivery, eventIntegration } from './event-integrations/resource.ts'
import { folder } from './folders/resource.ts'
import { invitation } from './invitations/resource.ts'
import { presence } from './live/resource.ts'
import { me, myTask } from './me/resource.ts'
import { password, passwordReset, signInPage } from './passwords/resource.ts'
import type { Resource } from './resource.ts'
import { roleType } from './role-types/resource.ts'
import { role } from './roles/resource.ts'
import { runbookTeam } from './runbook-teams/resource.ts'
import { runbookType } from './runbook-types/resource.ts'
import { runbookUser } from './runbook-users/resource.ts'
import { runbook, runbookVersion } from './runbooks/resource.ts'
import { finding } from './runs/finding.ts'
import { run } from './runs/resource.ts'
import { secondFactor } from './second-factor/resource.ts'
import { session } from './sessions/resource.ts'
import { stream } from './streams/resource.ts'
import { taskType } from './task-types/resource.ts'
import { task, taskAction } from './tasks/resource.ts'
import { team } from './teams/resource.ts'
import { userAppToken } from './user-app-tokens/resource.ts'
import { user } from './users/resource.ts'
import { workspace } from './workspaces/resource.ts'

/** Every resource type of the wire, by its `type`. */
export const resources = {
  workspace,
  folder,
  runbook,
  runbook_version: runbookVersion,
  run,
  finding,
  runbook_type: runbookType,
  task,
  task_action: taskAction,
  task_type: taskType,
  stream,
  runbook_team: runbookTeam,
  team,
  runbook_user: runbookUser,
  user,
  invitation,
  me,
  my_task: myTask,
  session,
  sign_in_page: signInPage,
  password_reset: passwordReset,
  password,
  second_factor: secondFactor,
  user_app_token: userAppToken,
  role,
  role_type: roleType,
  access,
  custom_field: customField,
  custom_field_option: customFieldOption,
  custom_field_group: customFieldGroup,
  custom_field_user: customFieldUser,
  data_source: dataSource,
  data_source_record: dataSourceRecord,
  data_source_upload: dataSourceUpload,
  event_integration: eventIntegration,
  event_delivery: eventDelivery,
  comment,
  presence,
  action_log: actionLog,
  activity,
  audit_chain: auditChain,
} satisfies Record<string, Resource>

export type ResourceType = keyof typeof resources
