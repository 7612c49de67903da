import type { Identifier } from '@runsheet/contract'
import type { DemoPeople } from './people.ts'
import type { PublicCalls } from './public-calls.ts'

/** What the parts of the example share. */
export interface Scene {
  readonly owner: PublicCalls
  readonly workspaceId: string
  readonly people: DemoPeople
}

/** The relationship that puts a runbook into the example workspace. */
export function inWorkspace({ workspaceId }: Scene): {
  readonly workspace: { type: 'workspace'; id: string }
} {
  return { workspace: { type: 'workspace', id: workspaceId } }
}

/** Makes everybody a participant of a runbook. */
export async function addParticipants({ owner, people }: Scene, runbookId: string): Promise<void> {
  for (const { id } of Object.values(people)) {
    await owner('addRunbookUser', {
      params: { runbook_id: runbookId },
      attributes: { role: 'participant' },
      relationships: { user: { type: 'user', id } },
    })
  }
}

/** Gives every task to the lead of its stream, or of the stream above; a stream without a lead keeps its tasks open. */
export async function assignByStream(
  { owner }: Scene,
  runbookId: string,
  leadOf: (stream: string) => { readonly id: string } | undefined,
): Promise<void> {
  const params = { runbook_id: runbookId }
  const streams = await owner('listStreams', { params, query: { page: { size: 100 } } })
  const byId = new Map(streams.data.map((stream) => [stream.id, stream]))
  const tasks = await owner('listTasks', { params, query: { forecast: true } })
  for (const { id, relationships } of tasks.data) {
    const stream = byId.get(idIn(relationships['stream']) ?? '')
    const above = byId.get(idIn(stream?.relationships['parent']) ?? '') ?? stream
    const lead = above && leadOf(above.attributes.name)
    if (!lead) continue
    await owner('updateTask', {
      params: { ...params, id },
      relationships: { assignees: [{ type: 'user', id: lead.id }] },
    })
  }
}

function idIn(
  relationship: { data: Identifier | null | readonly Identifier[] } | undefined,
): string | undefined {
  const data = relationship?.data
  return data && 'id' in data ? data.id : undefined
}
