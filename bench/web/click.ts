import { buildRunbook } from '@runsheet/testing'
import { open, percentile, type WebBench, type WebRow } from './web-bench.ts'

const TASKS = 30

/** Time from a click in one browser until another has painted what it did. */
export async function benchClick(bench: WebBench): Promise<WebRow[]> {
  const tasks = Array.from({ length: TASKS }, (_, at) => ({ name: `Click ${at + 1}`, duration: 600 }))
  const runbook = await buildRunbook(bench.server, { tasks })
  const started = await runbook.run('start')
  if (started.status !== 200) throw new Error(JSON.stringify(started.document))
  const here = await open(bench, `/runbooks/${runbook.id}/list`)
  const there = await open(bench, `/runbooks/${runbook.id}/list`)
  const times: number[] = []
  for (let at = 1; at <= TASKS; at += 1) {
    const row = (page: typeof here.page) => page.locator(`[data-task="${at}"]`).first()
    await row(here.page).waitFor()
    await row(there.page).waitFor()
    // Both pages are of one machine, and tell the same time.
    const painted = there.page.evaluate(
      (id) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const glyph = document.querySelector(`[data-task="${id}"][data-look="progress"]`)
            if (glyph) requestAnimationFrame(() => resolve(Date.now()))
            else requestAnimationFrame(look)
          }
          look()
        }),
      at,
    )
    const clicked = here.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener('click', () => resolve(Date.now()), { once: true, capture: true })
        }),
    )
    painted.catch(() => undefined)
    clicked.catch(() => undefined)
    await row(here.page).getByRole('button', { name: 'Start', exact: true }).click()
    times.push((await painted) - (await clicked))
  }
  await here.close()
  await there.close()
  return [
    {
      name: "from one browser's click to the other's paint",
      figure: `p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms of ${times.length}`,
      budget: '< 300 ms',
    },
  ]
}
