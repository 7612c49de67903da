import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addPerson, buildRunbook, grantRole, type TestRunbook } from '../runbooks/index.ts'
import type { Document } from '../server/index.ts'
import { findBarriers } from './check-access.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'People and teams' })

async function openPeople(page: Page) {
  await page.getByRole('button', { name: 'People and teams' }).click()
  const dialog = dialogOf(page)
  await dialog.waitFor()
  return dialog
}

async function rolesOn(runbook: TestRunbook): Promise<Record<string, string>> {
  const { document } = await web.server.send('GET', `${runbook.path}/runbook_users`)
  const people = document['data'] as Document[]
  return Object.fromEntries(
    people.map(({ relationships, attributes }) => [relationships.user.data.id, attributes.role]),
  )
}

test('an administrator adds somebody, makes them editor of a stream, and removes them knowing what is lost', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const { document } = await web.server.send('GET', runbook.path)
  const workspace = document['data'].relationships.workspace.data.id as string
  const ada = await addPerson(web.server, undefined)
  await grantRole(web.server, ada.id, 'workspace_member', { type: 'workspace', id: workspace })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const dialog = await openPeople(page)
  await dialog.getByRole('combobox', { name: 'Add somebody by name or e-mail address' }).fill('Ada')
  await page.getByRole('option', { name: /^Ada/ }).click()
  const row = dialog.locator(`[data-person="${ada.id}"]`)
  await row.waitFor()
  await expect.poll(() => rolesOn(runbook)).toMatchObject({ [ada.id]: 'participant' })

  await row.getByRole('combobox', { name: 'What Ada is here' }).click()
  await page.getByRole('option', { name: 'Editor of streams' }).click()
  await row.getByRole('combobox', { name: 'Streams that Ada edits' }).click()
  await page.getByRole('option', { name: 'Main' }).click()
  await row.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => rolesOn(runbook)).toMatchObject({ [ada.id]: 'stream_editor' })
  expect(await findBarriers(page)).toEqual([])

  await web.server.send('PATCH', `${runbook.path}/tasks/1`, {
    data: {
      type: 'task',
      id: '1',
      relationships: { assignees: { data: [{ type: 'user', id: ada.id }] } },
    },
  })
  await row.getByText('1 task').waitFor()
  await row.getByRole('button', { name: 'Remove Ada' }).click()
  await row.getByText('Ada leaves 1 task. Nobody is left on #1.').waitFor()
  await row.getByRole('button', { name: 'Remove' }).click()
  await row.waitFor({ state: 'detached' })
  expect(Object.keys(await rolesOn(runbook))).toEqual(['1'])

  await dialog.getByText('Missing 1').click()
  await dialog.getByRole('button', { name: '#1 Stop' }).click()
  await page.getByRole('complementary', { name: 'Task #1 Stop' }).waitFor()
})

test('the last administrator stays, in the words of the server', async () => {
  const runbook = await buildRunbook(web.server, {})
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const row = (await openPeople(page)).locator('[data-person="1"]')
  await row.getByRole('button', { name: /^Remove/ }).click()
  await row.getByRole('button', { name: 'Remove' }).click()
  await row.getByRole('alert').waitFor()
  expect(Object.keys(await rolesOn(runbook))).toEqual(['1'])
})

test('a participant sees who is there, and changes nothing', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come(`/runbooks/${runbook.id}/list`, ines)
  const dialog = await openPeople(page)
  await dialog.getByText('Ines Berg').waitFor()
  expect(await dialog.getByRole('combobox').count()).toBe(0)
  expect(await dialog.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
})

test('an administrator makes a team, changes who is in it, follows a central one, and removes them', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Stop' }] })
  const { document } = await web.server.send('GET', runbook.path)
  const workspace = document['data'].relationships.workspace.data.id as string
  const bea = await addPerson(web.server, undefined)
  await grantRole(web.server, bea.id, 'workspace_member', { type: 'workspace', id: workspace })
  await web.server.send('POST', '/core/teams', {
    data: {
      type: 'team',
      attributes: { name: 'Network on call' },
      relationships: {
        workspace: { data: { type: 'workspace', id: workspace } },
        users: { data: [{ type: 'user', id: bea.id }] },
      },
    },
  })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const dialog = await openPeople(page)
  await dialog.getByText('Teams 0').click()
  await dialog.getByRole('button', { name: 'Add a team' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Storage')
  await dialog.getByRole('button', { name: 'Add a team' }).click()
  await dialog.getByText('Nobody is in it.').waitFor()
  await dialog.getByRole('button', { name: 'Change Storage' }).click()
  await dialog.getByRole('combobox', { name: 'Members' }).fill('Ada')
  await page.getByRole('option', { name: 'Ada' }).first().click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.locator('[data-team]').getByText('Ada').waitFor()

  await dialog.getByRole('button', { name: 'Add a team' }).click()
  await dialog.getByRole('combobox', { name: 'Which team' }).click()
  await page.getByRole('option', { name: 'Network on call' }).click()
  await dialog.getByRole('button', { name: 'Add a team' }).click()
  await dialog.getByText('central team').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Unlink Network on call' }).click()
  await dialog.getByRole('button', { name: 'Unlink' }).click()
  await dialog.getByRole('button', { name: 'Change Network on call' }).waitFor()
  await dialog.getByRole('button', { name: 'Remove Storage' }).click()
  await dialog.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect
    .poll(async () => (await web.server.send('GET', `${runbook.path}/runbook_teams`)).document['data'])
    .toHaveLength(1)
})
