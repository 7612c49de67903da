import type { endpoints } from '@runsheet/contract'
import { accessHandlers } from '../access/handlers.ts'
import { activityHandlers } from '../activity/handlers.ts'
import { auditHandlers } from '../audit/handlers.ts'
import { commentHandlers } from '../comments/handlers.ts'
import { customFieldGroupHandlers } from '../custom-fields/group-handlers.ts'
import { customFieldHandlers } from '../custom-fields/handlers.ts'
import { customFieldOptionHandlers } from '../custom-fields/option-handlers.ts'
import { customFieldUserHandlers } from '../custom-fields/user-handlers.ts'
import { dataSourceHandlers } from '../data-sources/handlers.ts'
import { eventIntegrationHandlers } from '../event-integrations/handlers.ts'
import { folderHandlers } from '../folders/handlers.ts'
import { invitationHandlers } from '../invitations/handlers.ts'
import { liveHandlers } from '../live/handlers.ts'
import { meHandlers } from '../me/handlers.ts'
import { passwordHandlers } from '../passwords/handlers.ts'
import { planHandlers } from '../plans/handlers.ts'
import { roleTypeHandlers } from '../role-types/handlers.ts'
import { roleHandlers } from '../roles/handlers.ts'
import { runbookTeamHandlers } from '../runbook-teams/handlers.ts'
import { runbookTypeHandlers } from '../runbook-types/handlers.ts'
import { runbookUserHandlers } from '../runbook-users/handlers.ts'
import { runbookHandlers } from '../runbooks/handlers.ts'
import { runHandlers } from '../runs/handlers.ts'
import { secondFactorHandlers } from '../second-factor/handlers.ts'
import { sessionHandlers } from '../sessions/handlers.ts'
import { streamHandlers } from '../streams/handlers.ts'
import { taskTypeHandlers } from '../task-types/handlers.ts'
import { taskHandlers } from '../tasks/handlers.ts'
import { teamHandlers } from '../teams/handlers.ts'
import { userAppTokenHandlers } from '../user-app-tokens/handlers.ts'
import { userHandlers } from '../users/handlers.ts'
import { workspaceHandlers } from '../workspaces/handlers.ts'
import type { HandlersFor } from './request.ts'

/** What Core does for each endpoint of the contract: one that is missing does not compile. */
export const handlers: HandlersFor<typeof endpoints> = {
  ...workspaceHandlers,
  ...folderHandlers,
  ...runbookHandlers,
  ...runHandlers,
  ...runbookTypeHandlers,
  ...taskTypeHandlers,
  ...taskHandlers,
  ...planHandlers,
  ...streamHandlers,
  ...teamHandlers,
  ...runbookTeamHandlers,
  ...runbookUserHandlers,
  ...userHandlers,
  ...invitationHandlers,
  ...meHandlers,
  ...sessionHandlers,
  ...passwordHandlers,
  ...secondFactorHandlers,
  ...userAppTokenHandlers,
  ...roleTypeHandlers,
  ...roleHandlers,
  ...accessHandlers,
  ...customFieldHandlers,
  ...customFieldOptionHandlers,
  ...customFieldGroupHandlers,
  ...customFieldUserHandlers,
  ...dataSourceHandlers,
  ...eventIntegrationHandlers,
  ...commentHandlers,
  ...activityHandlers,
  ...auditHandlers,
  ...liveHandlers,
}
