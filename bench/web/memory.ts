import { buildRunbook } from '@runsheet/testing'
import { open, type WebBench, type WebRow } from './web-bench.ts'

const EVENTS = 10_000
const AT_ONCE = 16

/** What a page holds after 10 000 events went over it. */
export async function benchMemory(bench: WebBench): Promise<WebRow[]> {
  const tasks = Array.from({ length: 100 }, (_, at) => ({ name: `Task ${at + 1}`, duration: 600 }))
  const runbook = await buildRunbook(bench.server, { tasks })
  const visitor = await open(bench, `/runbooks/${runbook.id}/list`)
  await visitor.page.locator('[data-task="1"]').first().waitFor()
  const session = await visitor.context.newCDPSession(visitor.page)
  await session.send('HeapProfiler.enable')
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize
  }
  const before = await heap()
  let next = 0
  const worker = async () => {
    for (let at = next++; at < EVENTS; at = next++)
      await runbook.change((at % 100) + 1, { duration: 600 + at })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  // The last of the events: what was before it is on the page when it is.
  await runbook.change(1, { name: 'The end' })
  await visitor.page.getByText('The end').first().waitFor({ timeout: 60_000 })
  const after = await heap()
  await visitor.close()
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
  return [
    {
      name: 'memory after 10 000 events, list open',
      figure: `${megabytes(after)} MB, ${megabytes(before)} MB before`,
      budget: 'no growth to speak of',
    },
  ]
}
