import { bestInTurn, type Measured, measure, send, startServer } from './load.ts'
import { expectStatus, makeRunbook } from './plans.ts'
import type { BenchRow } from './row.ts'

const COUNT = 12_000
const PARALLEL = 32

/** (a) one task, (b) a page of 100 tasks: `serve` against a bare handler with the same query and no auth. */
export async function benchReads(connectionString: string): Promise<BenchRow[]> {
  const serve = await startServer('serve', connectionString)
  const core = await startServer('core', connectionString)
  const api = await startServer('api', connectionString, `http://127.0.0.1:${core.port}`)
  const bare = await startServer('bare', connectionString)
  const { id, version } = await makeRunbook(serve.port, 1_000)
  const get = (port: number, path: string, count: number) =>
    measure(count, PARALLEL, () => expectStatus(send(port, 'GET', path), 200))
  const rows: BenchRow[] = []
  for (const [name, ours, floor, count, target] of [
    ['(a) GET one task', `/core/runbooks/${id}/tasks/500`, `/bare/${version}/tasks/500`, COUNT, '≥ 0.8'],
    [
      '(b) GET 100 tasks',
      `/core/runbooks/${id}/tasks?page[size]=100`,
      `/bare/${version}/tasks`,
      COUNT / 3,
      '≥ 5',
    ],
  ] as const) {
    const best = await bestInTurn(3, {
      bare: () => get(bare.port, floor, count),
      serve: () => get(serve.port, ours, count),
      two: () => get(api.port, ours, count / 2),
    })
    const tell = ({ perSecond }: Measured) => `${Math.round(perSecond)}/s`
    rows.push({
      name: `${name}, serve`,
      ours: tell(best.serve),
      floor: tell(best.bare),
      ratio: best.serve.perSecond / best.bare.perSecond,
      target,
    })
    rows.push({
      name: `${name}, two tiers`,
      ours: tell(best.two),
      floor: tell(best.bare),
      ratio: best.two.perSecond / best.bare.perSecond,
      target: 'shown',
    })
  }
  for (const server of [api, core, serve, bare]) server.stop()
  return rows
}
