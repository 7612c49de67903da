import { type Identifier, refuse, type streamEndpoints } from '@runsheet/contract'
import { checkMatch } from '../dispatch/preconditions.ts'
import type { HandlersFor, RequestBase } from '../dispatch/request.ts'
import { emptyAnswer, renderResource, resourceAnswer } from '../json-api/document.ts'
import { byId, pageOf } from '../json-api/listed.ts'
import { oneAnswer, pageAnswer } from '../json-api/page-answer.ts'
import { authoriseStream } from '../runbooks/authorise-part.ts'
import { actOnRunbook } from '../runbooks/runbook-action.ts'
import type { RunbookDraft } from '../runbooks/runbook-draft.ts'
import { timesAt } from '../runbooks/schedule-of.ts'
import type { Snapshot, Stream } from '../runbooks/snapshot.ts'
import { checkMayEdit } from '../tasks/edit-plan.ts'
import { renderStreams } from './render-stream.ts'

function viewRunbook(request: RequestBase): Promise<Snapshot> {
  return request.services.runbooks.view(request.params['runbook_id'] ?? 0, request.standing)
}

function getStream(draft: RunbookDraft, id: number): Stream {
  const stream = draft.stream(id)
  if (!stream) throw refuse('not_found', { type: 'stream', id: String(id) })
  return stream
}

function tellStream(request: RequestBase, status: 200 | 201, next: Snapshot, id: number) {
  const rendered = renderStreams(next, request.caller.access).find((stream) => stream.id === String(id))
  if (!rendered) throw refuse('not_found', { type: 'stream', id: String(id) })
  return resourceAnswer(status, renderResource(rendered, request.query.fields), {
    etag: next.streams.find((stream) => stream.id === id)?.changed_seq,
  })
}

const about = ({ id, name }: Pick<Stream, 'id' | 'name'>) => ({ resource: { type: 'stream', id, name } })

/** What may be changed at any time: the RAG status is about the run as much as about the plan. */
const freeAttributes: readonly string[] = ['status', 'status_message']

export const streamHandlers: HandlersFor<typeof streamEndpoints> = {
  async listStreams(request) {
    const { query, caller } = request
    const snapshot = await viewRunbook(request)
    const moment = query.values.forecast ? timesAt(snapshot, request.now) : undefined
    const all = sortStreams(snapshot.streams, query.sort)
    const rendered = new Map(
      renderStreams(snapshot, caller.access, moment).map((stream) => [stream.id, stream]),
    )
    return pageAnswer(request, pageOf(all, query.page, byId), ({ id }) => rendered.get(String(id))!)
  },

  async getStream(request) {
    const { query, caller, params, call } = request
    const snapshot = await viewRunbook(request)
    const stream = snapshot.streams.find(({ id }) => id === params['id'])
    if (!stream) throw refuse('not_found', { type: 'stream', id: call.params['id'] ?? '' })
    const moment = query.values.forecast ? timesAt(snapshot, request.now) : undefined
    const rendered = renderStreams(snapshot, caller.access, moment).find(
      ({ id }) => id === String(stream.id),
    )!
    return oneAnswer(request, 200, rendered, stream.changed_seq)
  },

  async createStream(request) {
    const { attributes, relationships } = request.write
    const id = await request.services.ids.next('stream')
    return actOnRunbook(request, {
      decide(draft) {
        const parent_id = parentOf(draft, relationships.parent as Identifier | null | undefined)
        authoriseStream(request, parent_id === null ? null : getStream(draft, parent_id))
        checkMayEdit(draft)
        const {
          name = '',
          description = null,
          color = null,
          status = 'off',
          status_message = null,
        } = attributes
        const isRated = attributes.status !== undefined || attributes.status_message !== undefined
        draft.addStream({
          id,
          parent_id,
          name,
          description,
          color,
          status,
          status_message,
          is_primary: false,
          status_updated_at: isRated ? draft.at : null,
          status_author_id: isRated ? draft.actor.userId : null,
          changed_seq: 0,
          created_at: draft.at,
          updated_at: draft.at,
        })
        draft.event('stream.created', about({ id, name }))
      },
      answer: (next) => tellStream(request, 201, next, id),
    })
  },

  updateStream(request) {
    const id = request.params['id'] ?? 0
    const { attributes } = request.write
    return actOnRunbook(request, {
      decide(draft) {
        const before = getStream(draft, id)
        authoriseStream(request, before)
        checkMatch(request, id, before.changed_seq)
        if (Object.keys(attributes).some((name) => !freeAttributes.includes(name))) checkMayEdit(draft)
        const isRated = Object.keys(attributes).some((name) => freeAttributes.includes(name))
        draft.setStream(id, {
          ...attributes,
          ...(isRated ? { status_updated_at: draft.at, status_author_id: draft.actor.userId } : {}),
        })
        draft.event('stream.updated', about({ ...before, ...attributes }))
      },
      answer: (next) => tellStream(request, 200, next, id),
    })
  },

  deleteStream(request) {
    const id = request.params['id'] ?? 0
    return actOnRunbook(request, {
      decide(draft) {
        const stream = getStream(draft, id)
        authoriseStream(request, stream)
        checkMatch(request, id, stream.changed_seq)
        checkMayEdit(draft)
        if (stream.is_primary) throw refuse('primary_stream', { id: String(id) })
        const inside = new Set([
          id,
          ...draft.streams().flatMap((other) => (other.parent_id === id ? [other.id] : [])),
        ])
        const tasks = draft.tasks().filter(({ stream_id }) => inside.has(stream_id)).length
        if (tasks > 0) throw refuse('stream_not_empty', { id: String(id), tasks }, { meta: { tasks } })
        for (const gone of inside) draft.removeStream(gone)
        releaseEditors(draft, inside)
        draft.event('stream.deleted', about(stream))
      },
      answer: () => emptyAnswer,
    })
  },
}

/** @throws {AppError} 422 `related_not_found` or `stream_depth_exceeded` */
function parentOf(draft: RunbookDraft, identifier: Identifier | null | undefined): number | null {
  if (!identifier) return null
  const pointer = { pointer: '/data/relationships/parent/data' }
  const parent = draft.stream(Number(identifier.id))
  if (!parent) throw refuse('related_not_found', { type: 'stream', id: identifier.id }, pointer)
  if (parent.parent_id !== null) throw refuse('stream_depth_exceeded', { id: identifier.id }, pointer)
  return parent.id
}

/** Whoever edits streams that are gone edits the others; with none left the person stays as a participant. */
function releaseEditors(draft: RunbookDraft, gone: ReadonlySet<number>): void {
  if (!draft.users.some(({ stream_ids }) => stream_ids.some((id) => gone.has(id)))) return
  draft.setUsers(
    draft.users.map((user) => {
      const stream_ids = user.stream_ids.filter((id) => !gone.has(id))
      if (stream_ids.length === user.stream_ids.length) return user
      return { ...user, stream_ids, role: stream_ids.length > 0 ? user.role : 'participant' }
    }),
  )
}

function sortStreams(
  streams: readonly Stream[],
  sort: readonly { field: string; descending: boolean }[],
): readonly Stream[] {
  if (sort.length === 0) return streams
  return streams.toSorted((a, b) => {
    for (const { field, descending } of sort) {
      const order = field === 'name' ? a.name.localeCompare(b.name, 'en') : a.created_at - b.created_at
      if (order !== 0) return descending ? -order : order
    }
    return a.id - b.id
  })
}
