import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addPerson, buildRunbook, type TestRunbook } from '../runbooks/index.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const cell = (page: Page, id: number, name: string) =>
  page.locator(`[data-task="${id}"] [data-cell="${name}"]`)
const title = (page: Page) => page.getByRole('row', { name: 'New task' }).getByLabel('Title')

/** Presses keys one after the other; a text in quotes is typed. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith("'")) await page.keyboard.type(key.slice(1))
    else await page.keyboard.press(key)
  }
}

/** Waits until the title is empty and has the focus: the next task can be typed. */
const isReady = (page: Page) =>
  expect
    .poll(() =>
      title(page).evaluate((field: HTMLInputElement) => [field.value, field === document.activeElement]),
    )
    .toEqual(['', true])

/** Name, seconds and predecessors of each task, as the server has them. */
async function planOf(runbook: TestRunbook): Promise<Record<number, readonly unknown[]>> {
  const tasks = await runbook.tasks()
  return Object.fromEntries(
    Object.entries(tasks).map(([id, { attributes, relationships }]) => [
      id,
      [
        attributes.name,
        attributes.duration,
        (relationships.predecessors.data as { id: string }[])
          .map((one) => Number(one.id))
          .sort((a, b) => a - b),
      ],
    ]),
  )
}

test('ten tasks are typed one after the other, without the mouse and without waiting', async () => {
  const runbook = await buildRunbook(web.server)
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await title(page).waitFor()
  await isReady(page)

  const toTakes = ['Tab', 'Tab', 'Tab']
  await press(page, "'Freeze changes", ...toTakes, "'1h30", 'Enter')
  await press(page, "'Drain the queues", ...toTakes, "'90", 'Enter')
  await press(page, "'Stop the writers", ...toTakes, "'1:30", 'Enter')
  await press(page, "'Move the database", 'Shift+Enter')
  await press(page, "'Warn the customers", 'Enter')
  await press(page, "'Open the gates", 'Tab', 'Tab', "'#4", 'Tab', "'10", 'Enter')
  await press(
    page,
    "'Watch",
    ...toTakes,
    "'45",
    'Shift+Tab',
    'Shift+Tab',
    'Shift+Tab',
    'End',
    "' errors",
    'Enter',
  )
  await press(page, "'Say that it is done", 'Enter', "'Write the review", 'Enter', "'Go to bed", 'Enter')
  await isReady(page)

  const hours = 5400
  await expect
    .poll(() => planOf(runbook))
    .toEqual({
      1: ['Freeze changes', hours, []],
      2: ['Drain the queues', hours, [1]],
      3: ['Stop the writers', hours, [2]],
      4: ['Move the database', null, [3]],
      5: ['Warn the customers', null, []],
      6: ['Open the gates', 600, [4, 5]],
      7: ['Watch errors', 2700, [6]],
      8: ['Say that it is done', null, [7]],
      9: ['Write the review', null, [8]],
      10: ['Go to bed', null, [9]],
    })
  await press(page, 'Escape')
  await title(page).waitFor({ state: 'detached' })
  await cell(page, 10, 'after').getByText('#9').waitFor()
})

test('tasks that are typed without a line are kept, and arrive in their order', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Freeze changes' }] })
  const { page, context } = await web.come(`/runbooks/${runbook.id}/list`)
  await cell(page, 1, 'title').waitFor()
  await press(page, 'j', 'a')
  await isReady(page)
  await press(page, "'Drain", 'Enter')
  await cell(page, 2, 'title').waitFor()
  await context.setOffline(true)
  await page.getByText('No connection since').waitFor()
  await press(page, "'Switch", 'Enter', "'Check", 'Enter')
  await page.getByText('waiting.').waitFor()
  expect(Object.keys(await runbook.tasks())).toEqual(['1', '2'])
  await context.setOffline(false)
  await expect
    .poll(() => planOf(runbook), { timeout: 10_000 })
    .toEqual({
      1: ['Freeze changes', null, []],
      2: ['Drain', null, [1]],
      3: ['Switch', null, [2]],
      4: ['Check', null, [3]],
    })
})

test('a plan is changed by keys alone, and somebody else sees each change', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [
      { name: 'Drain', duration: 600 },
      { name: 'Switch', duration: 60, after: [1] },
      { name: 'Check', duration: 60, after: [2] },
      { name: 'Open', after: [3] },
    ],
  })
  await web.server.send('POST', `${runbook.path}/streams`, {
    data: { type: 'stream', attributes: { name: 'Network' } },
  })
  await addPerson(web.server, runbook)
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const other = (await web.come(`/runbooks/${runbook.id}/list`)).page
  await cell(other, 4, 'title').waitFor()
  await cell(page, 4, 'title').waitFor()

  await press(page, 'j', 'e', "'Drain the queues", 'Enter', 'Escape')
  await cell(other, 1, 'title').getByText('Drain the queues').waitFor()

  await press(page, 'k', 'd', "'1h30", 'Enter', 'Escape')
  await cell(other, 1, 'takes').getByText('1 h 30').waitFor()

  await press(page, 't', "'Net", 'Enter', 'Escape')
  await cell(other, 2, 'stream').getByText('Network').waitFor()

  await press(page, 'o', "'Ada", 'Enter', 'Escape')
  await cell(other, 3, 'owners').getByRole('img', { name: 'Ada' }).waitFor()

  await press(page, 'p', 'Backspace', "'#2 1", 'Enter')
  await cell(other, 4, 'after').getByText('#1, #2').waitFor()

  await press(page, 'Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Tab', 'Tab')
  const bar = page.getByRole('toolbar', { name: '3 selected' })
  expect(await page.locator(':focus').textContent()).toBe('Takes')
  await press(page, 'Enter')
  await page.getByRole('dialog').getByLabel('Takes').waitFor()
  await press(page, "'15", 'Enter')
  for (const id of [1, 2, 3]) await cell(other, id, 'takes').getByText('15 min').waitFor()

  await press(page, 'Escape')
  await bar.waitFor({ state: 'detached' })
  await press(page, 'Home', 'ArrowDown', 'Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete #2?' })
  await dialog.getByText('2 tasks wait for what is deleted').waitFor()
  await press(page, 'Control+Enter')
  await other.locator('[data-task="2"]').waitFor({ state: 'detached' })
  await cell(other, 3, 'after').getByText('#1').waitFor()
  expect(await planOf(runbook)).toEqual({
    1: ['Drain the queues', 900, []],
    3: ['Check', 900, [1]],
    4: ['Open', null, [1]],
  })
  await dialog.waitFor({ state: 'detached' })
  // The keys hold again without the list having been touched.
  await press(page, 'j', 'e')
  await page.getByLabel('Edit title').waitFor()
})
