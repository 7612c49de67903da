import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook } from '../runbooks/index.ts'
import { findBarriers } from './check-access.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const said = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}

async function open(page: Page, text: string): Promise<void> {
  await said(page, text)
    .getByRole('button', { name: /^More about the comment of/ })
    .click()
}

test('who said something changes the words; others see it as it happens, and that it was changed', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const [ines, tom] = [await letIn(web.server, runbook, 'Ines'), await letIn(web.server, runbook, 'Tom')]
  const path = `/runbooks/${runbook.id}/list?task=1`
  const [{ page }, { page: other }] = [await web.come(path, ines), await web.come(path, tom)]
  await say(page, 'The lag is one')
  await said(other, 'The lag is one').waitFor()
  expect(await said(other, 'The lag is one').getByRole('button').count()).toBe(0)
  await open(page, 'The lag is one')
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Edit the comment' }).fill('The lag is zero')
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page, 'The lag is zero').getByText('edited').waitFor()
  await said(other, 'The lag is zero').getByText('edited').waitFor()
})

test('who said something takes it back, after being asked', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/list?task=1`, ines)
  await say(page, 'The lag is one')
  await open(page, 'The lag is one')
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const question = page.getByRole('alertdialog')
  await question.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await question.getByRole('button', { name: 'Delete' }).click()
  await said(page, 'The lag').waitFor({ state: 'detached' })
  await page.getByText('Nobody has said anything yet.').waitFor()
})

test('while a run is under way words stay; an administrator features what others said', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const ines = await letIn(web.server, runbook, 'Ines')
  await runbook.run('start')
  const path = `/runbooks/${runbook.id}/list?task=1`
  const { page } = await web.come(path, ines)
  await say(page, 'Stopped')
  await open(page, 'Stopped')
  expect(await page.getByRole('menuitem', { name: 'Edit' }).isDisabled()).toBe(true)
  await page.getByText('While the run is under way, words stay as they are.').waitFor()

  const { page: admin } = await web.come(path, await letIn(web.server, runbook, 'Tom', 'runbook_admin'))
  await open(admin, 'Stopped')
  await expect.poll(() => admin.getByRole('menuitem').allTextContents()).toEqual(['Feature'])
  await admin.getByRole('menuitem', { name: 'Feature' }).click()
  await said(page, 'Stopped').getByText('featured').waitFor()
  expect(await said(page, 'Stopped').getByText('edited').count()).toBe(0)
})
