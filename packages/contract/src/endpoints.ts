import { accessEndpoints } from './access/endpoints.ts'
import { activityEndpoints } from './activity/endpoints.ts'
import { auditEndpoints } from './audit/endpoints.ts'
import { commentEndpoints } from './comments/endpoints.ts'
import { customFieldEndpoints } from './custom-fields/endpoints.ts'
import { customFieldGroupEndpoints } from './custom-fields/group-endpoints.ts'
import { customFieldOptionEndpoints } from './custom-fields/option-endpoints.ts'
import { customFieldUserEndpoints } from './custom-fields/user-endpoints.ts'
import { dataSourceEndpoints } from './data-sources/endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { eventIntegrationEndpoints } from './event-integrations/endpoints.ts'
import { folderEndpoints } from './folders/endpoints.ts'
import { invitationEndpoints } from './invitations/endpoints.ts'
import { liveEndpoints } from './live/endpoints.ts'
import { meEndpoints } from './me/endpoints.ts'
import { passwordEndpoints } from './passwords/endpoints.ts'
import { planEndpoints } from './plans/endpoints.ts'
import { roleTypeEndpoints } from './role-types/endpoints.ts'
import { roleEndpoints } from './roles/endpoints.ts'
import { runbookTeamEndpoints } from './runbook-teams/endpoints.ts'
import { runbookTypeEndpoints } from './runbook-types/endpoints.ts'
import { runbookUserEndpoints } from './runbook-users/endpoints.ts'
import { runbookEndpoints } from './runbooks/endpoints.ts'
import { runEndpoints } from './runs/endpoints.ts'
import { secondFactorEndpoints } from './second-factor/endpoints.ts'
import { sessionEndpoints } from './sessions/endpoints.ts'
import { streamEndpoints } from './streams/endpoints.ts'
import { taskTypeEndpoints } from './task-types/endpoints.ts'
import { taskEndpoints } from './tasks/endpoints.ts'
import { teamEndpoints } from './teams/endpoints.ts'
import { userAppTokenEndpoints } from './user-app-tokens/endpoints.ts'
import { userEndpoints } from './users/endpoints.ts'
import { workspaceEndpoints } from './workspaces/endpoints.ts'

/** Every endpoint of the API, by name. */
export const endpoints = {
  ...workspaceEndpoints,
  ...folderEndpoints,
  ...runbookEndpoints,
  ...runEndpoints,
  ...runbookTypeEndpoints,
  ...taskTypeEndpoints,
  ...taskEndpoints,
  ...planEndpoints,
  ...streamEndpoints,
  ...teamEndpoints,
  ...runbookTeamEndpoints,
  ...runbookUserEndpoints,
  ...userEndpoints,
  ...invitationEndpoints,
  ...meEndpoints,
  ...sessionEndpoints,
  ...passwordEndpoints,
  ...secondFactorEndpoints,
  ...userAppTokenEndpoints,
  ...roleTypeEndpoints,
  ...roleEndpoints,
  ...accessEndpoints,
  ...customFieldEndpoints,
  ...customFieldOptionEndpoints,
  ...customFieldGroupEndpoints,
  ...customFieldUserEndpoints,
  ...dataSourceEndpoints,
  ...eventIntegrationEndpoints,
  ...commentEndpoints,
  ...activityEndpoints,
  ...auditEndpoints,
  ...liveEndpoints,
} satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints

/** An endpoint by its name, with the declaration's general type. */
export function endpointNamed(name: string): Endpoint | undefined {
  return Object.hasOwn(endpoints, name) ? (endpoints as Record<string, Endpoint>)[name] : undefined
}
