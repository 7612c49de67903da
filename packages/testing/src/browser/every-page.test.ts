import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClusterAddress } from '../database/index.ts'
import { MIDDLE_OF_THE_NIGHT, type Night, openNight, VIEWER } from '../night/open-night.ts'
import { OWNER_EMAIL, OWNER_PASSWORD } from '../server/index.ts'
import { findBarriers } from './check-access.ts'
import { openBrowser, type Visitor, visit, webFolder } from './open-browser.ts'

let night: Night
let browser: Browser

beforeAll(async () => {
  night = await openNight(await testClusterAddress(), webFolder)
  await night.playTo(MIDDLE_OF_THE_NIGHT)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await night.close()
})

const pages = {
  home: '/',
  runbooks: '/runbooks',
  workspace: '/workspaces/1',
  account: '/account',
  settings: '/settings/people',
  'somebody in the settings': '/settings/people/1',
  'central teams': '/settings/teams',
  audit: '/settings/audit',
  'a room in which one can do nothing': '/settings/fields',
  'the api in the settings': '/settings/api',
  import: '/import?runbook=4',
  list: '/runbooks/1/list',
  'list with a task': '/runbooks/1/list?task=37',
  'list while planning': '/runbooks/4/list',
  map: '/runbooks/1/map',
  timeline: '/runbooks/1/timeline',
  dashboard: '/runbooks/1/dashboard',
  wallboard: '/runbooks/1/dashboard?wall=true',
  history: '/runbooks/1/history',
  'a record': '/runbooks/3/list',
  'not found': '/runbooks/9999/list',
  'sign in': '/sign-in',
  'forgot password': '/forgot-password',
  'reset password': `/reset-password#${'0'.repeat(48)}`,
  invitation: `/invitation#${'0'.repeat(48)}`,
  'a link that was cut off': '/invitation#0',
} as const

const pagesOfTheOwner = {
  'runbook types': '/settings/runbook-types',
  'task types': '/settings/task-types',
  'custom fields': '/settings/fields',
} as const

const OWNER = { email: OWNER_EMAIL, password: OWNER_PASSWORD }

const visits = [
  ...Object.entries(pages).map(([name, path]) => ({ name, path, who: VIEWER })),
  ...Object.entries(pagesOfTheOwner).map(([name, path]) => ({ name, path, who: OWNER })),
]

/** Waits until everything is there, and holds that it is as it should be. */
async function expectSound({ page, errors }: Visitor, scheme: 'dark' | 'light'): Promise<void> {
  const root = page.locator(`html[data-mantine-color-scheme="${scheme}"]`)
  await page.locator('main, [role="main"]').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label="Loading"]'))
  await root.waitFor()
  await page.evaluate(() => document.fonts.ready)
  expect(await findBarriers(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  expect(await root.count()).toBe(1)
  expect(errors).toEqual([])
}

test.each(visits)(
  '$name has no barrier, no error, and nothing beside the screen: dark, then light',
  async ({ name, path, who }) => {
    const visitor = await visit(browser, { ...who, url: night.server.url, path, theme: 'dark' })
    await expectSound(visitor, 'dark')
    await visitor.page.emulateMedia({ colorScheme: 'light' })
    await expectSound(visitor, name === 'wallboard' ? 'dark' : 'light')
    await visitor.close()
  },
)

test.each(visits)(
  '$name has no barrier, no error, and nothing beside the screen on a phone',
  async ({ path, who }) => {
    const visitor = await visit(browser, { ...who, url: night.server.url, path, width: 360, height: 740 })
    await expectSound(visitor, 'dark')
    await visitor.close()
  },
)
