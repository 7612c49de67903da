import type { Page } from 'playwright-core'
import { makeLargeRunbook } from './large-plan.ts'
import { open, percentile, type WebBench, type WebRow } from './web-bench.ts'

const TASKS = 10_000
const SECONDS = 4

/** Frame times while somebody scrolls and pans through 10 000 tasks, and the time of the layout of the map. */
export async function benchFrames(bench: WebBench): Promise<WebRow[]> {
  const id = await makeLargeRunbook(bench.server, TASKS)
  const views: [string, string, string][] = [
    ['list: scroll 10 000 rows', 'list', '[role="grid"]'],
    ['timeline: scroll 10 000 rows', 'timeline', '[role="grid"], [role="treegrid"]'],
    ['node map: pan 10 000 nodes', 'map', 'canvas'],
  ]
  const rows: WebRow[] = []
  for (const [name, view, selector] of views) {
    const visitor = await open(bench, `/runbooks/${id}/${view}`)
    await visitor.page.locator(selector).first().waitFor()
    await visitor.page.waitForTimeout(2_500)
    for (const zoom of view === 'map' ? ['fit', '100 %'] : ['']) {
      if (zoom === '100 %') for (let step = 0; step < 12; step += 1) await visitor.page.keyboard.press('+')
      await visitor.page.waitForTimeout(400)
      const frames = await framesWhile(visitor.page, selector)
      const p50 = percentile(frames, 50)
      const p95 = percentile(frames, 95)
      rows.push({
        name: zoom === '' ? name : `${name}, ${zoom}`,
        figure: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${frames.length} frames`,
        budget: 'p95 ≤ 16.7 ms',
      })
    }
    if (view === 'map') {
      const layouts = await visitor.page.evaluate(() =>
        performance.getEntriesByName('runsheet:map-layout').map(({ duration }) => duration),
      )
      const longest = Math.max(...layouts)
      rows.push({
        name: 'node map: layout of 10 000 tasks in the worker',
        figure: `${longest.toFixed(0)} ms`,
        budget: '< 100 ms',
      })
    }
    await visitor.close()
  }
  return rows
}

/** Turns the wheel over an element for some seconds and answers the time from each frame to the next, in milliseconds. */
async function framesWhile(page: Page, selector: string): Promise<number[]> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`there is no ${selector}`)
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 700) / 2)
  await page.evaluate(() => {
    const seen: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      seen.push(now - last)
      last = now
      ;(window as unknown as { frame: number }).frame = requestAnimationFrame(tick)
    }
    ;(window as unknown as { frames: number[] }).frames = seen
    requestAnimationFrame(tick)
  })
  const end = Date.now() + SECONDS * 1000
  for (let step = 0; Date.now() < end; step += 1) {
    await page.mouse.wheel(step % 40 < 20 ? 60 : -60, step % 160 < 80 ? 120 : -120)
    await page.waitForTimeout(16)
  }
  return page.evaluate(() => {
    const { frame, frames } = window as unknown as { frame: number; frames: number[] }
    cancelAnimationFrame(frame)
    return frames.slice(2)
  })
}
