import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testClusterAddress } from '../database/index.ts'
import { MIDDLE_OF_THE_NIGHT, type Night, openNight, VIEWER } from '../night/open-night.ts'
import { comparePicture } from './compare-picture.ts'
import { openBrowser, visit, webFolder } from './open-browser.ts'

const kept = (name: string) => fileURLToPath(new URL(`snapshots/${name}.png`, import.meta.url))

/** A Saturday of its own: the picture is the same on every day. */
const START = Date.parse('2026-11-28T22:00:00Z')

let night: Night
let browser: Browser
beforeAll(async () => {
  night = await openNight(await testClusterAddress(), webFolder, START)
  await night.playTo(MIDDLE_OF_THE_NIGHT)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await night.close()
})

describe.each(['dark', 'light'] as const)('%s', (theme) => {
  test.each(['list', 'map', 'timeline', 'dashboard', 'history'])(
    'the %s in the middle of a run',
    async (view) => {
      const visitor = await visit(browser, {
        ...VIEWER,
        url: night.server.url,
        path: `/runbooks/${night.runbookId}/${view}`,
        theme,
        width: 1280,
        height: 800,
        now: START + MIDDLE_OF_THE_NIGHT * 1000,
      })
      const { page } = visitor
      await page.locator('main').waitFor()
      await page.evaluate(() => document.fonts.ready)
      let before: Buffer | undefined
      // Views arrive and are laid out one after the other: the picture counts when it stays the same.
      await expect
        .poll(
          async () => {
            const now = await page.screenshot({ animations: 'disabled' })
            const isSame = before !== undefined && now.equals(before)
            before = now
            return isSame
          },
          { timeout: 15_000, interval: 300 },
        )
        .toBe(true)
      expect(await comparePicture(before ?? Buffer.alloc(0), kept(`${view}-${theme}`))).toBeUndefined()
      await visitor.close()
    },
  )
})
