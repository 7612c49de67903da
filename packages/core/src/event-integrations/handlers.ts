import { randomBytes } from 'node:crypto'
import { AppError, type eventIntegrationEndpoints, problem, refuse } from '@runsheet/contract'
import { visibility } from '@runsheet/domain'
import type { Db, Trx } from '../db/database.ts'
import { brokenConstraint } from '../db/database-error.ts'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import type { Changes, EventName } from '../events/event.ts'
import { actOnInstance, type InstanceEvent } from '../instance/commit-instance.ts'
import { emptyAnswer } from '../json-api/document.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { readIdOrNone } from '../json-api/read-id.ts'
import { sqlTime } from '../json-api/wire.ts'
import { describeChange } from '../runbooks/changes.ts'
import { readStoredToken, toldSecret } from '../secrets/stored-token.ts'
import {
  changeEventIntegration,
  deleteEventIntegration,
  type EventIntegration,
  findEventIntegration,
  insertEventIntegration,
  listDeliveries,
  listEventIntegrations,
} from './event-integration-queries.ts'
import { checkUrl, readScope } from './read-event-integration.ts'
import { renderDelivery, renderEventIntegration } from './render-event-integration.ts'

/** As Standard Webhooks writes a symmetric secret: 24 bytes in base64 behind a prefix. */
const makeSigningSecret = () => `whsec_${randomBytes(24).toString('base64')}`

const NO_TOKEN = { auth_type: 'none', has_token: false } as const

function eventOf(
  name: EventName,
  before: EventIntegration | null,
  after: EventIntegration | null,
  secrets: Changes = {},
): InstanceEvent {
  const { id, place_id, name: label } = (after ?? before) as EventIntegration
  // Where it lies and what came of it follow from the rest.
  const plain = (integration: EventIntegration | null) =>
    integration && {
      ...integration,
      place_id: null,
      is_archived: null,
      deliveries_count: null,
      has_token: null,
    }
  const thing = describeChange('event_integration', String(id), plain(before), plain(after))
  return {
    name,
    workspaceId: place_id,
    resource: { type: 'event_integration', id: String(id), name: label },
    things: [{ ...thing, changes: { ...thing.changes, ...secrets } }],
  }
}

async function getHere(db: Db | Trx, { params, call }: RequestBase): Promise<EventIntegration> {
  const integration = await findEventIntegration(db, params['id'] ?? 0)
  if (!integration) throw refuse('not_found', { type: 'event_integration', id: call.params['id'] ?? '' })
  return integration
}

async function getKept(trx: Trx, id: number): Promise<EventIntegration> {
  const integration = await findEventIntegration(trx, id)
  if (!integration) throw new Error(`event integration ${id} went while it was locked`)
  return integration
}

const tell = (request: RequestBase, status: 200 | 201, integration: EventIntegration, secret?: string) =>
  oneAnswer(
    request,
    status,
    renderEventIntegration(integration, request.caller.access, secret),
    integration.changed_seq,
  )

const nameTaken = (error: unknown, name: unknown) =>
  brokenConstraint(error) === 'event_integration_name_taken'
    ? new AppError(
        problem('taken', { name: 'name', value: String(name) }, { pointer: '/data/attributes/name' }),
      )
    : error

export const eventIntegrationHandlers: HandlersFor<typeof eventIntegrationEndpoints> = {
  async listEventIntegrations(request) {
    const { query, services, caller } = request
    const { values, sort, page } = query
    const filter = {
      visible: visibility(caller.access, 'integration.read'),
      query: values.query,
      enabled: values.enabled,
      workspaceId: readIdOrNone(values.workspace_id),
      runbookTypeId: readIdOrNone(values.runbook_type_id),
    }
    const found = await listEventIntegrations(services.database.db, filter, sort, page)
    return pageAnswer(request, found, (integration) => renderEventIntegration(integration, caller.access))
  },

  async getEventIntegration(request) {
    return tell(request, 200, await getHere(request.services.database.db, request))
  },

  async createEventIntegration(request) {
    const { name = '', event_types = [], url = '', headers = [], ...rest } = request.write.attributes
    const { secrets } = request.services
    const scope = await readScope(request)
    checkUrl(request, request.write.attributes)
    const stored = readStoredToken(secrets, NO_TOKEN, rest)
    const signingSecret = makeSigningSecret()
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const id = await insertEventIntegration(trx, {
          ...rest,
          ...scope,
          name,
          event_types,
          url,
          headers: JSON.stringify(headers),
          token: null,
          ...stored,
          signing_secret: secrets.seal(signingSecret),
          custom_payload: rest.custom_payload ?? null,
          changed_seq: seq,
          created_at: sqlTime(at),
          updated_at: sqlTime(at),
        })
        const made = await getKept(trx, id)
        const told = { ...toldSecret('token', false, stored.token), signing_secret: [null, 'set'] as const }
        return {
          events: [eventOf('event_integration.created', null, made, told)],
          answer: await tell(request, 201, made, signingSecret),
        }
      })
    } catch (error) {
      throw nameTaken(error, name)
    }
  },

  async updateEventIntegration(request) {
    const { attributes, meta } = request.write
    const { secrets } = request.services
    checkUrl(request, request.write.attributes)
    const signingSecret = meta.rotate_signing_secret ? makeSigningSecret() : undefined
    const { token: _sent, headers, ...plain } = attributes
    try {
      return await actOnInstance(request, async (trx, seq, at) => {
        const before = await getHere(trx, request)
        checkMatch(request, before.id, before.changed_seq)
        const stored = readStoredToken(secrets, before, attributes)
        await changeEventIntegration(trx, before.id, {
          ...plain,
          ...(headers === undefined ? {} : { headers: JSON.stringify(headers) }),
          ...stored,
          ...(signingSecret === undefined ? {} : { signing_secret: secrets.seal(signingSecret) }),
          changed_seq: seq,
          updated_at: sqlTime(at),
        })
        const after = await getKept(trx, before.id)
        const told = {
          ...toldSecret('token', before.has_token, stored.token),
          ...(signingSecret === undefined ? {} : { signing_secret: ['set', 'set anew'] as const }),
        }
        return {
          events: [eventOf('event_integration.updated', before, after, told)],
          answer: await tell(request, 200, after, signingSecret),
        }
      })
    } catch (error) {
      throw nameTaken(error, attributes.name)
    }
  },

  deleteEventIntegration(request) {
    return actOnInstance(request, async (trx) => {
      const integration = await getHere(trx, request)
      checkMatch(request, integration.id, integration.changed_seq)
      await deleteEventIntegration(trx, integration.id)
      return {
        events: [eventOf('event_integration.deleted', integration, null)],
        answer: emptyAnswer,
      }
    })
  },

  async listEventDeliveries(request) {
    const { query, services, params } = request
    const filter = { integrationId: params['event_integration_id'] ?? 0, status: query.values.status }
    const page = await listDeliveries(services.database.db, filter, query.sort, query.page)
    return pageAnswer(request, page, renderDelivery)
  },
}
