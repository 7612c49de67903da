import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook, type TestRunbook } from '../runbooks/index.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const row = (page: Page, id: number) => page.locator(`[role="row"][data-task="${id}"]`)
const looks = (page: Page, id: number, look: string) =>
  row(page, id)
    .and(page.locator(`[data-look="${look}"]`))
    .waitFor()
const plan = {
  tasks: [
    { name: 'Stop the queue', duration: 600 },
    { name: 'Move it', after: [1] },
  ],
}

/** Texts of the comments of a task, as the server has them. */
async function commentsOf(runbook: TestRunbook): Promise<readonly string[]> {
  const { document } = await web.server.send('GET', `${runbook.path}/comments`)
  return (document['data'] as { attributes: { content: string } }[]).map(
    ({ attributes }) => attributes.content,
  )
}

test('who else is here and at which task is seen, and that they have gone', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`)
  await row(page, 1).waitFor()
  const people = page.getByLabel(/^[0-9]+ here: /)
  expect(await people.count()).toBe(0)

  const her = await web.come(`/runbooks/${runbook.id}/list`, ines)
  await page.getByLabel('2 here: Ines Berg', { exact: true }).waitFor()
  await row(her.page, 1).getByRole('button', { name: 'Show #1' }).click()
  await page.getByLabel('2 here: Ines Berg, on #1', { exact: true }).waitFor()
  await page.getByText('Looking at this task too: Ines Berg').waitFor({ state: 'attached' })
  await her.page.getByText('Looking at this task too: Owner').waitFor({ state: 'attached' })

  await her.page.getByRole('button', { name: 'Close the panel' }).click()
  await page.getByText('Looking at this task too').waitFor({ state: 'detached' })
  await her.page.close()
  await people.waitFor({ state: 'detached' })
})

test('who goes on in another tab is seen at the task of that tab', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const { page: first, context } = await web.come(`/runbooks/${runbook.id}/list`, ines)
  await row(first, 1).waitFor()
  const second = await context.newPage()
  await second.goto(`${web.server.url}/runbooks/${runbook.id}/list?task=2`)
  await page.getByLabel('2 here: Ines Berg, on #2', { exact: true }).waitFor()
  await row(first, 1).getByRole('button', { name: 'Show #1' }).click()
  await page.getByLabel('2 here: Ines Berg, on #1', { exact: true }).waitFor()
  await first.close()
  await page.getByLabel('2 here: Ines Berg, on #2', { exact: true }).waitFor()
  expect(await page.getByLabel(/^[0-9]+ here: /).textContent()).toContain('2 here')
})

test('what one says in the panel the other reads without asking again', async () => {
  const runbook = await buildRunbook(web.server, plan)
  const ines = await letIn(web.server, runbook, 'Ines')
  const path = `/runbooks/${runbook.id}/list?task=1`
  const { page } = await web.come(path)
  const her = await web.come(path, ines)
  await page.getByText('Nobody has said anything yet.').waitFor()
  await her.page.getByRole('textbox', { name: 'Comment' }).fill('The queue is empty.')
  await her.page.keyboard.press('Enter')
  const said = page.getByRole('log', { name: 'Comments' }).getByRole('article')
  await said.filter({ hasText: 'Ines Berg' }).filter({ hasText: 'The queue is empty.' }).waitFor()
  expect(await said.count()).toBe(1)
  expect(await commentsOf(runbook)).toHaveLength(1)
})

test('what is said and done without a line is kept, and arrives once', async () => {
  const runbook = await buildRunbook(web.server, plan)
  await runbook.run('start')
  const { page, context } = await web.come(`/runbooks/${runbook.id}/list?task=1`)
  const other = (await web.come(`/runbooks/${runbook.id}/list`)).page
  await looks(page, 1, 'startable')
  await looks(other, 1, 'startable')
  await page.getByRole('textbox', { name: 'Comment' }).waitFor()

  await context.setOffline(true)
  await page.getByText('No connection since').waitFor()
  await page.getByRole('textbox', { name: 'Comment' }).fill('I start it.')
  await page.keyboard.press('Enter')
  await row(page, 1).getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText('2 waiting.').waitFor()
  await looks(page, 1, 'progress')
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'not_startable' })

  await context.setOffline(false)
  await looks(other, 1, 'progress')
  await page.getByText('2 of your actions are in.').waitFor()
  expect(await commentsOf(runbook)).toHaveLength(1)
  expect((await runbook.events()).filter((name) => name === 'task.started')).toHaveLength(1)
  await page.getByText('2 waiting.').waitFor({ state: 'detached' })
  await looks(page, 1, 'progress')
})

/** How many live streams the tabs of a browser have opened. */
function countStreams(context: BrowserContext): () => number {
  let count = 0
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/events')) count += 1
  })
  return () => count
}

test('two tabs share one stream, and when the one that holds it closes the other misses nothing', async () => {
  const runbook = await buildRunbook(web.server, plan)
  await runbook.run('start')
  const path = `/runbooks/${runbook.id}/list`
  const { page: first, context } = await web.come('/account')
  const streams = countStreams(context)
  await first.goto(`${web.server.url}${path}`)
  await looks(first, 1, 'startable')
  const second = await context.newPage()
  await second.goto(`${web.server.url}${path}`)
  await looks(second, 1, 'startable')

  await runbook.move(1, 'start')
  await looks(first, 1, 'progress')
  await looks(second, 1, 'progress')
  expect(streams()).toBe(1)

  await first.close()
  await runbook.move(1, 'finish')
  await looks(second, 1, 'complete')
  await looks(second, 2, 'startable')
  expect(streams()).toBe(2)
  expect(await second.getByText('No connection since').count()).toBe(0)
})
