import type { DatabaseClock } from '../database/index.ts'
import type { Document, TestServer } from '../server/index.ts'

/** Where the night gets late: this task of the failover takes so many seconds more than it was planned to. */
const overrun = { taskId: 37, seconds: 540 }

/** What nobody has got round to for so many seconds, though it can start. */
const slow = { taskId: 36, seconds: 400 }

/** What is said when a task has started. */
const remarks: readonly { taskId: number; text: string }[] = [
  { taskId: 11, text: '<p>All six leads are on the bridge.</p>' },
  { taskId: 37, text: '<p>Do we wait for the last archived log, or switch without it?</p>' },
  { taskId: 37, text: '<p>Apply lag is at 40 s, was 400. Two more minutes.</p>' },
]

/**
 * Plays a run as its people would: what can start starts a little later, what runs ends near its planned duration. The
 * same night each time.
 *
 * @param tokens of the people, by id of the user
 * @returns plays on until so many seconds after the start
 */
export function playUntil(
  server: TestServer,
  clock: DatabaseClock,
  runbookId: string,
  start: number,
  tokens: ReadonlyMap<string, string>,
): (seconds: number) => Promise<void> {
  const path = `/core/runbooks/${runbookId}`
  /** What is to be done, by task, with its second. */
  const due = new Map<string, { verb: 'start' | 'finish'; at: number }>()
  let isStarted = false
  let now = 0

  const readTasks = async () => {
    const { document } = await server.send('GET', `${path}/tasks?forecast=true`)
    return document['data'] as Document[]
  }
  const plan = (tasks: readonly Document[]) => {
    for (const { id, attributes } of tasks) {
      const { stage, duration, is_critical } = attributes as {
        stage: string
        duration: number | null
        is_critical: boolean
      }
      const known = due.get(id as string)
      if (stage === 'complete') due.delete(id as string)
      else if (stage === 'startable' && !known)
        due.set(id as string, {
          verb: 'start',
          at: now + 20 + spread(id as string, 70) + (id === String(slow.taskId) ? slow.seconds : 0),
        })
      else if (stage === 'in_progress' && known?.verb !== 'finish') {
        const share = is_critical ? 1.02 : 0.8 + spread(id as string, 30) / 100
        const extra = id === String(overrun.taskId) ? overrun.seconds : 0
        due.set(id as string, {
          verb: 'finish',
          at: now + Math.max(10, Math.round((duration ?? 0) * share) + extra),
        })
      }
    }
  }
  const actorOf = (task: Document | undefined) => {
    const assignees = (task?.['relationships']?.assignees?.data ?? []) as { type: string; id: string }[]
    return tokens.get(assignees.find(({ type }) => type === 'user')?.id ?? '') ?? server.token
  }

  return async (seconds) => {
    if (!isStarted) {
      isStarted = true
      await clock.set(start)
      await server.send('GET', path)
      await server.send('PATCH', `${path}/start`, { meta: { run_type: 'live', comms: 'off' } })
    }
    for (;;) {
      const tasks = await readTasks()
      plan(tasks)
      const [id, next] = [...due].sort(([, a], [, b]) => a.at - b.at)[0] ?? []
      if (id === undefined || next === undefined || next.at > seconds) break
      now = Math.max(now, next.at)
      await clock.set(start + now * 1000)
      await server.send('GET', path)
      const task = tasks.find((candidate) => candidate['id'] === id)
      const headers = { authorization: `Bearer ${actorOf(task)}` }
      await server.send('PATCH', `${path}/tasks/${id}/${next.verb}`, undefined, headers)
      due.delete(id)
      if (next.verb === 'start') await say(id, headers)
    }
    now = seconds
    await clock.set(start + now * 1000)
    await server.send('GET', path)
  }

  async function say(id: string, headers: Record<string, string>): Promise<void> {
    for (const { taskId, text } of remarks) {
      if (String(taskId) !== id) continue
      await server.send(
        'POST',
        `${path}/comments`,
        {
          data: {
            type: 'comment',
            attributes: { content: text },
            relationships: { task: { data: { type: 'task', id } } },
          },
        },
        headers,
      )
    }
  }
}

/** A number from 0 to below `range` that is always the same for a task. */
function spread(id: string, range: number): number {
  return (Number(id) * 7919) % range
}
