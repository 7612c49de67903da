import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testClusterAddress } from '../database/index.ts'
import { MIDDLE_OF_THE_NIGHT, type Night, openNight, VIEWER } from '../night/open-night.ts'
import { OWNER_EMAIL, OWNER_PASSWORD } from '../server/index.ts'
import { findBarriers } from './check-access.ts'
import { openBrowser, visit, webFolder } from './open-browser.ts'

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

const forms = [
  { name: 'dark', theme: 'dark', width: 1440, height: 900 },
  { name: 'light', theme: 'light', width: 1440, height: 900 },
  { name: 'phone', theme: 'dark', width: 360, height: 740 },
] as const

describe.each(forms)('$name', (form) => {
  test.each([
    ...Object.entries(pages).map(([name, path]) => [name, path, VIEWER] as const),
    ...Object.entries(pagesOfTheOwner).map(([name, path]) => [name, path, OWNER] as const),
  ])('%s has no barrier, no error, and nothing beside the screen', async (_name, path, who) => {
    const visitor = await visit(browser, { ...who, url: night.server.url, path, ...form })
    const { page } = visitor
    await page.locator('main, [role="main"]').first().waitFor()
    await page.waitForFunction(() => !document.querySelector('[role="status"][aria-label="Loading"]'))
    await page.evaluate(() => document.fonts.ready)
    expect(await findBarriers(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(visitor.errors).toEqual([])
    await visitor.close()
  })
})
