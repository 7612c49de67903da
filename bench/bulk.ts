import { send, startServer } from './load.ts'
import { expectStatus, makeRunbook } from './plans.ts'
import type { BenchRow } from './row.ts'

const TASKS = 1_000
const PLAN = 1_000

interface Written {
  readonly type: 'task'
  readonly id?: string
  readonly attributes: { readonly name: string; readonly duration: number }
}

const write = (name: string, id?: string): Written => ({
  type: 'task',
  ...(id === undefined ? {} : { id }),
  attributes: { name, duration: 600 },
})

async function timed(act: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await act()
  return performance.now() - before
}

/** (h) As many tasks as one bulk call takes, made and changed, beside the same with one call for each. */
export async function benchBulk(connectionString: string): Promise<BenchRow[]> {
  const serve = await startServer('serve', connectionString)
  const at = Array.from({ length: TASKS }, (_, index) => index)
  const newPlan = async () => `/core/runbooks/${(await makeRunbook(serve.port, PLAN)).id}/tasks`
  const post = (path: string, data: unknown, status: number) =>
    expectStatus(send(serve.port, 'POST', path, JSON.stringify({ data })), status)
  const rows: BenchRow[] = []
  const row = (name: string, together: number, single: number) =>
    rows.push({
      name,
      ours: `${together.toFixed(0)} ms`,
      floor: `${single.toFixed(0)} ms`,
      ratio: together / single,
      target: '≤ 0.2 of single calls',
    })
  try {
    await post(
      `${await newPlan()}/bulk`,
      at.map((index) => write(`Warm ${index}`)),
      200,
    )
    const [one, other] = [await newPlan(), await newPlan()]
    const made = await timed(() =>
      post(
        `${one}/bulk`,
        at.map((index) => write(`Made ${index}`)),
        200,
      ),
    )
    const madeSingly = await timed(async () => {
      for (const index of at) await post(other, write(`Made ${index}`), 201)
    })
    row(`(h) ${TASKS} tasks made in a plan of ${PLAN}, one call`, made, madeSingly)
    const changed = await timed(() =>
      post(
        `${one}/bulk`,
        at.map((index) => write(`Changed ${index}`, String(index + 1))),
        200,
      ),
    )
    const changedSingly = await timed(async () => {
      for (const index of at) {
        const data = write(`Changed ${index}`, String(index + 1))
        const body = JSON.stringify({ data })
        await expectStatus(send(serve.port, 'PATCH', `${other}/${index + 1}`, body), 200)
      }
    })
    row(`(h) ${TASKS} tasks changed in a plan of ${2 * PLAN}, one call`, changed, changedSingly)
  } finally {
    serve.stop()
  }
  return rows
}
