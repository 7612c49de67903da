import pg from 'pg'
import { openCoreAlone } from './core-alone.ts'
import { bestInTurn, type Measured, measure, send, startServer } from './load.ts'
import { expectStatus, makeRunbook, startRun } from './plans.ts'
import type { BenchRow } from './row.ts'

const show = ({ p50, p99, perSecond }: Measured) =>
  `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${Math.round(perSecond)}/s`

/** Of the first a part is lost on compiling. */
const ROUNDS = 3

const payload = JSON.stringify({
  resource: { type: 'task', id: '1', name: 'Task 1' },
  things: [{ type: 'task', id: '1', changes: { stage: ['startable', 'in_progress'] } }],
  padding: 'x'.repeat(500),
})

/** The floor of writes: the rows that the action changes, as plain statements in one round trip, with nothing computed or checked. */
class BareStatements {
  readonly #pool: pg.Pool
  #seq = 1_000_000

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Starts or finishes a task: its row, that of the task it releases, who did it, the event, the runbook. */
  move({ id, runId }: Target, task: number): Promise<unknown> {
    return this.#pool.query(`begin;
      update run_task set stage = 'in_progress', start_actual = now(), started_by = 1, changed_seq = changed_seq + 1 where run_id = ${runId} and task_id = ${task};
      update run_task set start_ready = now(), changed_seq = changed_seq + 1 where run_id = ${runId} and task_id = ${task + 1};
      insert into task_action (run_id, task_id, action, user_id, created_at) values (${runId}, ${task}, 'start', 1, now());
      ${this.#event(id)} commit`)
  }

  /** Adds a task with a predecessor. */
  add({ id, versionId, streamId }: Target, task: number): Promise<unknown> {
    return this.#pool.query(`begin;
      insert into task (version_id, id, stream_id, task_type_id, name, level, comments_count, created_at, updated_at)
      values (${versionId}, ${task}, ${streamId}, 1, 'A new task', 'level_3', 0, now(), now());
      insert into dependency values (${versionId}, ${task}, 10);
      ${this.#event(id)} commit`)
  }

  #event(id: string): string {
    this.#seq += 1
    return `insert into event (chain_id, seq, at, actor_id, request_id, name, workspace_id, payload, hash)
      values (${9_000_000 + Number(id)}, ${this.#seq}, now(), 1, 'bench', 'task.started', 1, '${payload}', sha256('${payload}'));
      update runbook set seq = seq + 1, touched_at = now(), updated_at = now(), last_event_at = now() where id = ${id};`
  }
}

interface Target {
  readonly id: string
  readonly versionId: string
  readonly streamId: string
  readonly runId: string
}

/** A runbook of its own for the floor, with a run under way. */
async function bareTarget(port: number, pool: pg.Pool, tasks: number): Promise<Target> {
  const { id, version } = await makeRunbook(port, tasks)
  await startRun(port, id)
  const { rows } = await pool.query<{ run: string; stream: string }>(
    'select current_run_id as run, (select min(id) from stream where version_id = current_version_id) as stream from runbook where id = $1',
    [id],
  )
  return { id, versionId: version, streamId: rows[0]?.stream ?? '', runId: rows[0]?.run ?? '' }
}

/** (c) POST a task; (d) start and finish of tasks, on one runbook, on 32, and as a runbook grows. */
export async function benchWrites(connectionString: string): Promise<BenchRow[]> {
  const serve = await startServer('serve', connectionString)
  const pool = new pg.Pool({ connectionString, max: 8 })
  // An error of the bench itself is what is to be seen, not that of a connection which is closed after it.
  pool.on('error', () => undefined)
  const bare = new BareStatements(pool)
  const target = await bareTarget(serve.port, pool, 1_000)
  const rows: BenchRow[] = []
  const row = (
    name: string,
    ours: Measured,
    floor: Measured,
    target: string,
    by: 'p50' | 'perSecond' = 'p50',
  ) =>
    rows.push({
      name,
      ours: show(ours),
      floor: show(floor),
      ratio: by === 'p50' ? ours.p50 / floor.p50 : floor.perSecond / ours.perSecond,
      target,
    })

  const core = openCoreAlone(connectionString)
  const newTask = {
    data: {
      type: 'task',
      attributes: { name: 'A new task', duration: 600 },
      relationships: { predecessors: { data: [{ type: 'task', id: '10' }] } },
    },
  }
  const body = JSON.stringify(newTask)
  let added = 2_000
  const posts = await bestInTurn(ROUNDS, {
    floor: () => measure(600, 1, () => bare.add(target, added++)),
    serve: async () => {
      const { id } = await makeRunbook(serve.port, 100)
      return measure(600, 1, () =>
        expectStatus(send(serve.port, 'POST', `/core/runbooks/${id}/tasks`, body), 201),
      )
    },
    alone: async () => {
      const { id } = await makeRunbook(serve.port, 100)
      return measure(600, 1, () => core.call('createTask', { runbook_id: id }, newTask))
    },
  })
  row('(c) POST a task, serve', posts.serve, posts.floor, '≤ 2')
  row('(c) POST a task, Core alone', posts.alone, posts.floor, '≤ 2')

  for (const tasks of [100, 1_000, 10_000]) {
    const moves = Math.min(tasks, 400) * 2
    const running = async () => {
      const { id } = await makeRunbook(serve.port, tasks)
      await startRun(serve.port, id)
      return id
    }
    const moved = await bestInTurn(ROUNDS, {
      floor: () => measure(moves, 1, (index) => bare.move(target, (index % 999) + 1)),
      serve: async () => {
        const id = await running()
        return measure(moves, 1, (index) => moveTask(serve.port, id, index))
      },
      alone: async () => {
        const runbook_id = await running()
        return measure(moves, 1, (index) =>
          core.call(index % 2 === 0 ? 'startTask' : 'finishTask', {
            runbook_id,
            id: String(Math.floor(index / 2) + 1),
          }),
        )
      },
    })
    const aim = tasks === 1_000 ? '≤ 2, p50 < 3 ms' : 'growth'
    row(`(d) start + finish, one runbook of ${tasks} tasks, serve`, moved.serve, moved.floor, aim)
    row(`(d) start + finish, one runbook of ${tasks} tasks, Core alone`, moved.alone, moved.floor, 'shown')
  }

  const many: string[] = []
  for (let index = 0; index < 32; index += 1) {
    const { id } = await makeRunbook(serve.port, 300)
    await startRun(serve.port, id)
    many.push(id)
  }
  const targets: Target[] = []
  for (let index = 0; index < 32; index += 1) targets.push(await bareTarget(serve.port, pool, 200))
  const steps = many.map(() => 0)
  // Of the 600 that each run has, since some lanes are faster than others.
  const actions = (32 * 450) / ROUNDS
  const overMany = await bestInTurn(ROUNDS, {
    floor: () =>
      measure(actions, 32, (index) =>
        bare.move(targets[index % 32] ?? target, (Math.floor(index / 32) % 199) + 1),
      ),
    serve: () =>
      measure(actions, 32, async (_, lane) => {
        const step = steps[lane] ?? 0
        steps[lane] = step + 1
        await moveTask(serve.port, many[lane] ?? '', step)
      }),
  })
  row(
    '(d) start + finish, over 32 runbooks, serve',
    overMany.serve,
    overMany.floor,
    '≤ 2, > 3000/s',
    'perSecond',
  )
  await core.close()
  await pool.end()
  serve.stop()
  return rows
}

/** The `index`-th move of a run in chains of ten: task 1 is started, finished, task 2 is started, … */
function moveTask(port: number, id: string, index: number): Promise<void> {
  const task = Math.floor(index / 2) + 1
  return expectStatus(
    send(port, 'PATCH', `/core/runbooks/${id}/tasks/${task}/${index % 2 === 0 ? 'start' : 'finish'}`),
    200,
  )
}
