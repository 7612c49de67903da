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
const plan = {
  tasks: [
    { name: 'Stop the queue', duration: 600 },
    { name: 'Move the archive', duration: 60, after: [1] },
    { name: 'Wake the market', after: [2] },
  ],
}

test('Enter opens the task at the cursor, Escape closes it, and the cursor is where it was', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).waitFor()
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panelOf(page, 2).waitFor()
  await page.keyboard.press('Escape')
  await panelOf(page, 2).waitFor({ state: 'detached' })
  await expect.poll(() => grid.evaluate((own) => own === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => grid.getAttribute('aria-activedescendant')).toBe('row-3')
})

test('the shortcuts that hold are listed by one', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }, { name: 'Move' }] })
  await runbook.run('start')
  await runbook.move(1, 'start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' })
  await dialog.getByText('Finish', { exact: true }).waitFor()
  const said = await dialog.innerText()
  for (const name of ['Start', 'Skip…', 'Only mine', 'Only late', 'Node map', 'Next task'])
    expect(said).toContain(name)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('what is typed before the palette has the focus does nothing to the run', async () => {
  const runbook = await buildRunbook(web.server, plan)
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sx')
  await palette(page).waitFor()
  await page.keyboard.press('Escape')
  await palette(page).waitFor({ state: 'detached' })
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect((await runbook.stages())[1]).toBe('startable')
})

test('single keys do nothing while something is typed, and nothing at all when they are switched off', async () => {
  const runbook = await buildRunbook(web.server, plan)
  await runbook.run('start')
  const ines = await letIn(web.server, runbook, 'Ines', 'runbook_admin')
  const path = `/runbooks/${runbook.id}/list`
  const { page } = await web.come(`${path}?task=1`, ines)
  await page.getByRole('textbox', { name: 'Comment' }).fill('')
  await page.keyboard.type('sfx2?mn')
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('sfx2?mn')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('')
  expect(await page.locator('[role="row"][aria-selected="true"]').count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe(path)
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page.goto(`${web.server.url}/account`)
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.getByRole('switch', { name: 'Single keys act' }).click()
  expect((await saved).status()).toBe(200)
  await page.goto(`${web.server.url}${path}`)
  await row(page, 1).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  const before = await page.getByRole('grid').getAttribute('aria-activedescendant')
  for (const key of ['j', 'k', 's', 'x', '3', 'm', '?', 'w', 'c', 'n']) await page.keyboard.press(key)
  expect(await page.getByRole('grid').getAttribute('aria-activedescendant')).toBe(before)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(page.url()).toBe(`${web.server.url}${path}`)
  expect((await runbook.stages())[1]).toBe('startable')
  await page.keyboard.press('Control+k')
  await palette(page).waitFor()
})
