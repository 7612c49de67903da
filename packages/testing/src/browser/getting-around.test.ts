import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook } from '../runbooks/index.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const row = (page: Page, id: number) => page.locator(`[role="row"][data-task="${id}"]`)
const panelOf = (page: Page, id: number) =>
  page.getByRole('complementary', { name: new RegExp(`^Task #${id} `) })
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or do' })
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })
const plan = {
  tasks: [
    { name: 'Stop the queue', duration: 600 },
    { name: 'Move the archive', duration: 60, after: [1] },
    { name: 'Wake the market', after: [2] },
  ],
}

/** Opens the palette and types. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette(page).locator('input:focus').waitFor()
  await page.keyboard.type(text)
}

test('the palette finds a runbook by its name, from anywhere', async () => {
  const runbook = await buildRunbook(web.server, { ...plan, attributes: { name: 'Quarterly key ceremony' } })
  const { page } = await web.come('/')
  await page.getByRole('main').waitFor()
  await find(page, 'key cere')
  await option(page, /Quarterly key ceremony/).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/runbooks/${runbook.id}/**`)
  await row(page, 1).waitFor()
  expect(await page.title()).toBe('Quarterly key ceremony · Runsheet')
})

test('the palette finds a task by its number and by words, and does what can be done', async () => {
  const runbook = await buildRunbook(web.server, plan)
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).waitFor()
  await find(page, '#2')
  await option(page, /#2 Move the archive/).waitFor()
  await page.keyboard.press('Enter')
  await panelOf(page, 2).waitFor()
  await palette(page).waitFor({ state: 'detached' })

  await find(page, 'market')
  await option(page, /#3 Wake the market/).waitFor()
  await page.keyboard.press('Enter')
  await panelOf(page, 3).waitFor()

  await find(page, 'pause')
  await option(page, /Pause/).and(palette(page).locator('[aria-selected="true"]')).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Pause the run?' })
  await dialog.getByLabel('Why').fill('Waiting for the vendor')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  expect((await runbook.attributes())['stage']).toBe('paused')
  await dialog.waitFor({ state: 'detached' })

  await find(page, 'zzzz')
  await palette(page).getByText('Nothing is called “zzzz”.').waitFor()
  await page.keyboard.press('Escape')
  await palette(page).waitFor({ state: 'detached' })
})

test('filters stand in the address: they survive a reload and hold in all views', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const ines = await letIn(web.server, runbook, 'Ines')
  await runbook.addTask({ name: 'Hers', assignees: [ines.id] })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`, ines)
  await row(page, 1).waitFor()
  await page.keyboard.press('m')
  await row(page, 1).waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page
    .getByRole('textbox', { name: 'Words of the title, or #17' })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.type('her')
  await page.keyboard.press('Enter')
  await row(page, 4).waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.toString()).toBe('mine=true&q=her')

  await page.reload()
  await row(page, 4).waitFor()
  expect(await page.locator('[role="row"][data-task]').count()).toBe(1)
  for (const view of ['Node map', 'Timeline', 'Dashboard', 'List']) {
    await page.getByRole('link', { name: view }).click()
    await page.waitForURL('**mine=true&q=her')
    if (view === 'Dashboard') continue
    await page.getByRole('button', { name: 'Mine', pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Without “her”' }).waitFor()
  }
  await page.getByRole('button', { name: 'Without “her”' }).click()
  await page.getByRole('button', { name: 'Mine', pressed: true }).click()
  await row(page, 1).waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a link to a task opens it, and back and forward walk through what was opened', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=2`)
  await panelOf(page, 2).waitFor()
  await page.getByRole('button', { name: 'Close the panel' }).click()
  await panelOf(page, 2).waitFor({ state: 'detached' })
  await row(page, 3).getByRole('button', { name: 'Show #3' }).click()
  await panelOf(page, 3).waitFor()
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.waitForURL('**/timeline?task=3')
  await page.goBack()
  await page.waitForURL('**/list?task=3')
  await panelOf(page, 3).waitFor()
  await page.goBack()
  await panelOf(page, 3).waitFor({ state: 'detached' })
  await page.goForward()
  await panelOf(page, 3).waitFor()
  expect(new URL(page.url()).search).toBe('?task=3')
})

test('a question that was left is not asked in another runbook', async () => {
  const running = await buildRunbook(web.server, { ...plan, attributes: { name: 'Night of the move' } })
  await buildRunbook(web.server, { ...plan, attributes: { name: 'Rainy day' } })
  await running.run('start')
  const { page } = await web.come('/')
  await page.getByRole('main').waitFor()
  await find(page, 'night of')
  await option(page, /Night of the move/).click()
  await row(page, 1).click()
  await page.keyboard.press('x')
  await page.getByRole('dialog', { name: 'Skip #1?' }).waitFor()
  await find(page, 'rainy')
  await option(page, /Rainy day/).click()
  await page.getByRole('button', { name: 'Start run…' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})
