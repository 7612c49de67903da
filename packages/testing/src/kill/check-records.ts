import { verifyAudit } from '@runsheet/core'
import { Client } from 'pg'
import type { RunRecord } from './run-a-plan.ts'

interface Logged {
  readonly seq: string
  readonly name: string
  readonly request_id: string
  readonly payload: string
}

/**
 * Holds what people know against what the database has.
 *
 * @returns what is lost, doubled or broken, in words; nothing when all is well
 */
export async function checkRecords(
  connectionString: string,
  records: readonly RunRecord[],
): Promise<string[]> {
  const client = new Client(connectionString)
  await client.connect()
  try {
    const wrong: string[] = []
    for (const record of records)
      for (const problem of await checkRecord(client, record))
        wrong.push(`runbook ${record.runbookId}: ${problem}`)
    const { broken } = await verifyAudit({ connectionString })
    return [...wrong, ...broken.map((link) => `broken chain: ${JSON.stringify(link)}`)]
  } finally {
    await client.end()
  }
}

async function checkRecord(client: Client, record: RunRecord): Promise<string[]> {
  const { runbookId, tasks, acknowledged, inDoubt, settled, surprises } = record
  const wrong = [...surprises]
  const { rows: log } = await client.query<Logged>(
    'select seq, name, request_id, payload from event where chain_id = $1 order by seq',
    [runbookId],
  )
  if (log.some(({ seq }, at) => Number(seq) !== at + 1)) wrong.push('the sequence has gaps')
  const verbs: { readonly [name: string]: string } = { 'task.started': 'start', 'task.finished': 'finish' }
  const done = new Map<string, string[]>()
  for (const { name, request_id, payload } of log) {
    const verb = verbs[name]
    if (verb === undefined) continue
    const action = `${JSON.parse(payload).resource.id} ${verb}`
    done.set(action, [...(done.get(action) ?? []), request_id])
  }
  for (const [action, requests] of done)
    if (requests.length > 1) wrong.push(`${action} was done ${requests.length} times`)
  for (const [action, request] of acknowledged) {
    const requests = done.get(action) ?? []
    if (requests.length === 0) wrong.push(`${action} was acknowledged and is lost`)
    else if (!settled.has(action) && requests[0] !== request)
      wrong.push(`${action} was acknowledged to another request than the log has`)
  }
  for (const action of done.keys())
    if (!acknowledged.has(action) && !inDoubt.has(action)) wrong.push(`nobody asked for ${action}`)

  const { rows: actions } = await client.query<{ action: string; count: string }>(
    `select a.task_id || ' ' || a.action as action, count(*) as count from task_action a join run r on r.id = a.run_id
     where r.runbook_id = $1 group by 1`,
    [runbookId],
  )
  const counted = actions.filter(({ count }) => count === '1').map(({ action }) => action)
  if (counted.sort().join() !== [...done.keys()].sort().join())
    wrong.push('the task actions are not those of the log')
  const { rows: stages } = await client.query<{ stage: string; count: string }>(
    `select t.stage, count(*) as count from run_task t join run r on r.id = t.run_id where r.runbook_id = $1 group by 1`,
    [runbookId],
  )
  if (stages.length !== 1 || stages[0]?.stage !== 'complete' || Number(stages[0].count) !== tasks)
    wrong.push(`its tasks stand at ${JSON.stringify(stages)}`)
  const { rows } = await client.query<{ stage: string; complete: number; seq: string }>(
    'select stage, tasks_complete_count as complete, seq from runbook where id = $1',
    [runbookId],
  )
  const [runbook] = rows
  if (runbook?.stage !== 'complete' || runbook.complete !== tasks || Number(runbook.seq) !== log.length)
    wrong.push(`it stands at ${JSON.stringify(runbook)}`)
  return wrong
}
