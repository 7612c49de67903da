import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ADMIN_TOKEN, freePort, Program } from '../kill/program.ts'
import { buildRunbook } from '../runbooks/index.ts'
import { senderTo } from '../server/index.ts'
import { openBrowser, type Visitor, visit } from './open-browser.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const row = (page: Page, id: number) => page.locator(`[data-task="${id}"]`)
const looks = async (page: Page, id: number, look: string) =>
  row(page, id)
    .and(page.locator(`[data-look="${look}"]`))
    .waitFor()

test('two browsers run a plan: each sees what the other does, and the end', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [
      { name: 'Stop the queue', duration: 600 },
      { name: 'Move it', duration: 60, after: [1] },
    ],
  })
  const one = await web.come(`/runbooks/${runbook.id}/list`)
  const other = await web.come(`/runbooks/${runbook.id}/list`, { theme: 'light' })
  await other.page.getByRole('button', { name: 'Start run…' }).waitFor()

  await one.page.getByRole('button', { name: 'Start run…' }).click()
  const dialog = one.page.getByRole('dialog')
  await dialog.getByText('Rehearsal').first().click()
  await dialog.getByRole('button', { name: 'Start rehearsal' }).click()

  await looks(other.page, 1, 'startable')
  await row(other.page, 1).getByRole('button', { name: 'Start', exact: true }).click()
  await looks(one.page, 1, 'progress')
  await row(one.page, 1).getByRole('button', { name: 'Finish', exact: true }).click()
  await looks(other.page, 1, 'complete')
  await looks(other.page, 2, 'startable')
  expect(await runbook.events(1)).toEqual(
    expect.arrayContaining(['run.started', 'task.started', 'task.finished']),
  )
})

test('what the server refuses stands at its task, in the words of the server', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [
      { name: 'Stop', duration: 600 },
      { name: 'Go', after: [1] },
    ],
  })
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await looks(page, 1, 'startable')
  await page.route('**/tasks/1/start', async (route) => {
    await runbook.move(1, 'start')
    await runbook.move(1, 'finish')
    await route.continue()
  })
  await row(page, 1).getByRole('button', { name: 'Start', exact: true }).click()
  const refusal = page.getByText('Task 1 is already complete.').first()
  await refusal.waitFor()
  expect(await refusal.isVisible()).toBe(true)
})

test('the server dies in the middle: what is done meanwhile arrives once, and both go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runsheet-web-'))
  const program = new Program(folder, await freePort(), { RUNSHEET_ADMIN_PASSWORD: 'correct horse battery' })
  const browser = await openBrowser()
  const visitors: Visitor[] = []
  try {
    await program.run()
    const send = senderTo(program.url, { authorization: `Bearer ${ADMIN_TOKEN}` })
    const runbook = await buildRunbook(
      { send },
      {
        tasks: [
          { name: 'Stop the queue', duration: 600 },
          { name: 'Move it', duration: 60, after: [1] },
        ],
      },
    )
    await runbook.run('start')
    const who = { url: program.url, email: 'admin@example.com', password: 'correct horse battery' }
    const path = `/runbooks/${runbook.id}/list`
    const one = await visit(browser, { ...who, path })
    const other = await visit(browser, { ...who, path })
    visitors.push(one, other)
    await looks(one.page, 1, 'startable')
    await looks(other.page, 1, 'startable')

    await program.kill('everything')
    await one.page.getByText('No connection since').waitFor()
    await row(one.page, 1).getByRole('button', { name: 'Start', exact: true }).click()
    await one.page.getByText('1 waiting.').waitFor()
    // It says so for a moment only.
    await Promise.all([one.page.getByText('Connected again.').waitFor(), program.run()])
    await looks(other.page, 1, 'progress')
    expect((await runbook.events()).filter((name) => name === 'task.started')).toHaveLength(1)
    await row(other.page, 1).getByRole('button', { name: 'Finish', exact: true }).click()
    await looks(one.page, 2, 'startable')
    expect(visitors.flatMap(({ errors }) => errors)).toEqual([])
  } finally {
    for (const visitor of visitors) await visitor.close()
    await browser.close()
    await program.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
