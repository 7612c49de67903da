import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook } from '../runbooks/index.ts'
import type { Document } from '../server/index.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const row = (page: Page, id: number) => page.locator(`[role="row"][data-task="${id}"]`)
const cell = (page: Page, id: number, name: string) => row(page, id).locator(`[data-cell="${name}"]`)
const panelOf = (page: Page) => page.getByRole('complementary', { name: /^Task #1 / })
const predecessorsOf = (task: Document | undefined) =>
  task?.['relationships'].predecessors.data.map(({ id }: { id: string }) => Number(id))

test('predecessors that would make a circle are refused in their cell, before and after they are sent', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [{ name: 'Stop' }, { name: 'Go', after: [1] }, { name: 'Say so' }],
  })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await page.keyboard.type('#2')
  await page.getByText('#2 waits for #1 already.').waitFor()
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Edit predecessors').inputValue()).toBe('#2')

  await page.route('**/tasks/1', async (route) => {
    await runbook.change(3, {}, [2])
    await route.continue()
  })
  await page.getByLabel('Edit predecessors').fill('#3')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('wait for each other').waitFor()
  await cell(page, 3, 'after').getByText('#2').waitFor()
  const tasks = await runbook.tasks()
  expect([predecessorsOf(tasks[1]), predecessorsOf(tasks[3])]).toEqual([[], [2]])
  expect(await cell(page, 1, 'after').textContent()).toBe('')
})

test('a length that is none is told in its field, with what was probably meant', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop', duration: 60 }] })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('“soon” is no length. Write 1h30, 90 or 2d.').waitFor()
  await page.getByLabel('Edit length').fill('1h3O')
  await page.getByText('“1h3O” ends in the letter O.').waitFor()
  await page.getByRole('button', { name: 'Take 1 h 30' }).click()
  await page.getByText('→ 1 h 30').waitFor()
  await page.keyboard.press('Enter')
  await cell(page, 1, 'takes').getByText('1 h 30').waitFor()
  await expect.poll(async () => (await runbook.tasks())[1]?.['attributes'].duration).toBe(5400)
})

test('a title of 256 characters is told in its field and not cut', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`)
  const long = 'x'.repeat(256)
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Edit Title: Stop' }).click()
  const title = panel.getByRole('textbox', { name: 'Title' })
  await title.fill(long)
  await page.getByRole('alert').getByText('At most 255 characters; these are 256.').waitFor()
  await title.press('Enter')
  expect(await title.inputValue()).toBe(long)
  await title.press('Backspace')
  await title.press('Enter')
  await panel.getByText('Saved').waitFor()
  expect((await runbook.tasks())[1]?.['attributes'].name).toBe(long.slice(1))
})

test('a plan with a problem is not started: the dialog names it, and the way to its task', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [{ name: 'Stop' }, { name: 'Tell the customers', type: 'email' }],
  })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await page.getByRole('button', { name: 'Start run…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Rehearsal').first().click()
  await dialog.getByText('One problem stops the start:').waitFor()
  await dialog.getByText('Tell the customers: the message has no recipients or no text').waitFor()
  expect(await dialog.getByRole('button', { name: '1 problem to solve' }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: '#2' }).click()
  await page.getByRole('complementary', { name: 'Task #2 Tell the customers' }).waitFor()
  await dialog.waitFor({ state: 'detached' })
  expect((await runbook.attributes())['stage']).toBe('planning')
})

test('a task is not skipped without a reason', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }, { name: 'Go', after: [1] }] })
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await row(page, 1).click()
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Skip #1?' })
  const skip = dialog.getByRole('button', { name: 'Skip #1' })
  await dialog.getByText('#2 can start then.').waitFor()
  await page.keyboard.type('  ')
  expect(await skip.isDisabled()).toBe(true)
  await page.keyboard.type('the queue is empty')
  await page.keyboard.press('Control+Enter')
  await row(page, 1).and(page.locator('[data-look="skipped"]')).waitFor()
  await row(page, 2).and(page.locator('[data-look="startable"]')).waitFor()
})

test('a task with a fixed start in a live run says until when it is held, and is started before only if that is said', async () => {
  const start_fixed = new Date(Date.now() + 3 * 3_600_000).toISOString()
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Open the market', start_fixed }] })
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`)
  const panel = panelOf(page)
  await panel.getByText('Held by its fixed start at').first().waitFor()
  expect(await panel.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0)
  await panel.getByRole('button', { name: 'Start early…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start #1 early?' })
  await dialog.getByText('#1 has a fixed start at').waitFor()
  await dialog.getByRole('button', { name: 'Start #1 now' }).click()
  await row(page, 1).and(page.locator('[data-look="progress"]')).waitFor()
})

test('who may not change the plan is offered nothing of it', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop', duration: 60 }] })
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`, ines)
  const panel = panelOf(page)
  await panel.getByText('Owners').first().waitFor()
  expect(await panel.getByRole('button', { name: /^(Edit|Add|Remove|Delete)/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /Start run|New stream|Add/ }).count()).toBe(0)
  for (const key of ['e', 'd', 'p', 'a', 'Delete']) await page.keyboard.press(key)
  await cell(page, 1, 'title').dblclick()
  expect(await page.getByRole('row', { name: 'New task' }).count()).toBe(0)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByLabel(/^Edit/).count()).toBe(0)
  await page.getByRole('button', { name: 'More to do with this runbook' }).click()
  await page.getByRole('menuitem', { name: 'Export as CSV' }).waitFor()
  const kept = /Edit details|Set status|Import|Start|Duplicate|template/
  expect(await page.getByRole('menuitem', { name: kept }).count()).toBe(0)
})

test('two who change the same field: the second sees what the first did, and chooses', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines', 'runbook_admin')
  const path = `/runbooks/${runbook.id}/list?task=1`
  const mine = panelOf((await web.come(path)).page)
  const hers = panelOf((await web.come(path, ines)).page)
  const setTitle = async (panel: typeof mine, text: string) => {
    await panel.getByRole('button', { name: /^Edit Title/ }).click()
    await panel.getByRole('textbox', { name: 'Title' }).fill(text)
  }
  await setTitle(mine, 'Stop all queues')
  await setTitle(hers, 'Stop gently')
  await hers.getByRole('textbox', { name: 'Title' }).press('Enter')
  await mine.getByText('Ines Berg set this to “Stop gently” while you typed.').waitFor()
  expect(await mine.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Stop all queues')
  await mine.getByRole('button', { name: 'Keep mine' }).click()
  await hers.getByRole('button', { name: 'Edit Title: Stop all queues' }).waitFor()

  await setTitle(mine, 'Stop at once')
  await setTitle(hers, 'Stop slowly')
  await hers.getByRole('textbox', { name: 'Title' }).press('Enter')
  await mine.getByRole('button', { name: 'Take theirs' }).click()
  await mine.getByRole('button', { name: 'Edit Title: Stop slowly' }).waitFor()
  expect((await runbook.tasks())[1]?.['attributes'].name).toBe('Stop slowly')
})
