import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook, grantRole, type TestRunbook } from '../runbooks/index.ts'
import { findBarriers } from './check-access.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
  await web.server.send('PATCH', '/core/me', {
    data: { type: 'me', id: '1', attributes: { first_name: 'Mara', last_name: 'Lindqvist' } },
  })
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const row = (page: Page, id: number) => page.locator(`[role="row"][data-task="${id}"]`)
const starts = (page: Page, id: number) => row(page, id).getByRole('button', { name: 'Start', exact: true })
const panelOf = (page: Page, id: number) =>
  page.getByRole('complementary', { name: new RegExp(`^Task #${id} `) })

async function assign(runbook: TestRunbook, task: number, userId: string | undefined): Promise<void> {
  await web.server.send('PATCH', `${runbook.path}/tasks/${task}`, {
    data: {
      type: 'task',
      id: String(task),
      relationships: { assignees: { data: userId === undefined ? [] : [{ type: 'user', id: userId }] } },
    },
    meta: { delete_excluded_assignees: true },
  })
}

/** Makes a person who takes part in a runbook something else on it. */
async function make(runbook: TestRunbook, role: string, streams: readonly string[] = []): Promise<void> {
  const { document } = await web.server.send('GET', `${runbook.path}/runbook_users?query=Ines`)
  const id = (document['data'] as { id: string }[])[0]?.id
  await web.server.send('PATCH', `${runbook.path}/runbook_users/${id}`, {
    data: {
      type: 'runbook_user',
      id,
      attributes: { role },
      relationships: { streams: { data: streams.map((stream) => ({ type: 'stream', id: stream })) } },
    },
  })
}

test('a participant is offered what is assigned to them, also when that changes, and never to skip', async () => {
  const runbook = await buildRunbook(web.server, {
    tasks: [{ name: 'Stop' }, { name: 'Drain' }],
  })
  const ines = await letIn(web.server, runbook, 'Ines')
  await assign(runbook, 1, ines.id)
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`, ines)
  await starts(page, 1).first().waitFor()
  expect(await starts(page, 2).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Skip…' }).count()).toBe(0)

  await row(page, 2).click()
  const panel = panelOf(page, 2)
  await panel.getByText('Only Mara Lindqvist can start this.').waitFor()
  expect(await panel.getByRole('button', { name: /^(Start|Skip|Edit|Add|Delete)/ }).count()).toBe(0)
  await page.keyboard.press('s')
  await page.keyboard.press('x')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await runbook.stages()).toEqual({ 1: 'startable', 2: 'startable' })

  await runbook.run('pause')
  await assign(runbook, 1, undefined)
  await assign(runbook, 2, ines.id)
  await runbook.run('resume')
  await panel.getByRole('button', { name: /^Start/ }).click()
  await row(page, 2).and(page.locator('[data-look="progress"]')).waitFor()
  expect(await starts(page, 1).count()).toBe(0)
})

test('an editor of a stream changes what is in it, and reads the rest', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const made = await web.server.send('POST', `${runbook.path}/streams`, {
    data: { type: 'stream', attributes: { name: 'Network' } },
  })
  const network = made.document['data'].id as string
  const ines = await letIn(web.server, runbook, 'Ines')
  await make(runbook, 'stream_editor', [network])
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`, ines)
  await panelOf(page, 1).getByText('Owners').waitFor()
  expect(await panelOf(page, 1).getByRole('button', { name: /^Edit/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'New stream' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await page.keyboard.type('Open the routes')
  await page.keyboard.press('Enter')
  await row(page, 2).click()
  await page.keyboard.press('Enter')
  await panelOf(page, 2).getByRole('button', { name: 'Edit Title: Open the routes' }).waitFor()
  expect((await runbook.tasks())[2]?.['relationships'].stream.data.id).toBe(network)
})

test('what is refused because one may no more says who could', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines', 'runbook_admin')
  await runbook.run('start')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`, ines)
  await page.route('**/tasks/1/start', async (route) => {
    await make(runbook, 'participant')
    await route.continue()
  })
  await starts(page, 1).first().click()
  await page.getByText('Mara Lindqvist could.').first().waitFor()
  await expect.poll(() => starts(page, 1).count()).toBe(0)
})

test('on the map, beside the run and among its people one reads who can', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/map`, ines)
  await page.getByText('Only Mara Lindqvist can start the run.').waitFor()
  await page.getByRole('button', { name: 'People and teams' }).click()
  await page.getByText('Only Mara Lindqvist can change who takes part.').waitFor()
  await page.keyboard.press('Escape')
  await runbook.run('start')
  await page.getByRole('button', { name: 'More to do with this run' }).click()
  await page.getByText('Only Mara Lindqvist can pause or cancel the run.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('treeitem', { name: /^#1 Stop/ }).focus()
  await page.getByRole('toolbar', { name: '#1 Stop' }).getByText('can start this.').waitFor()
  expect(await page.getByRole('toolbar').getByRole('button', { name: 'Start' }).count()).toBe(0)
})

test('a dialog that is refused because one may no more says who could', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines', 'runbook_admin')
  const { page } = await web.come(`/runbooks/${runbook.id}/dashboard`, ines)
  await page.route('**/start', async (route) => {
    await make(runbook, 'participant')
    await route.continue()
  })
  await page.getByRole('button', { name: 'Start run…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Rehearsal', { exact: true }).click()
  await dialog.getByRole('button', { name: /^Start rehearsal/ }).click()
  await expect.poll(() => dialog.getByText('Mara Lindqvist could.').count()).toBe(1)
})

test('of a plan without tasks it is said that there is nothing to run, and nothing bars the way there', async () => {
  const runbook = await buildRunbook(web.server, {})
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await page.getByText('There is nothing to run yet.').waitFor()
  expect(await page.getByText('Nothing stops the start').count()).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'People and teams' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await findBarriers(page)).toEqual([])
})

test('who only reads a runbook is told who can add them', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const other = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, other, 'Ines')
  await grantRole(web.server, ines.id, 'global_stakeholder')
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`, ines)
  const told = 'You may read this runbook, not comment on it. Mara Lindqvist can add you.'
  await panelOf(page, 1).getByText(told).waitFor()
  expect(await page.getByRole('button', { name: /^(Start|Edit|Add|Duplicate)/ }).count()).toBe(0)
})
