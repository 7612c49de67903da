import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook, grantRole } from '../runbooks/index.ts'
import type { Document } from '../server/index.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

async function rolesOf(userId: string): Promise<string[]> {
  const { document } = await web.server.send('GET', `/core/roles?user_id=${userId}&include=role_type`)
  const types = new Map((document['included'] as Document[] | undefined)?.map((type) => [type['id'], type]))
  return (document['data'] as Document[]).map(
    ({ relationships }) => types.get(relationships.role_type.data.id)?.['attributes'].key as string,
  )
}

test('an Owner finds somebody, grants them a role in plain words, and revokes it', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come('/')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('textbox', { name: 'Find by name or e-mail' }).fill('Ines')
  await page.getByText('1 in all').waitFor()
  await page.getByRole('link', { name: 'Ines Berg' }).click()
  await page.getByRole('heading', { name: 'Ines Berg' }).waitFor()
  await page.getByRole('button', { name: 'Grant a role' }).click()
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Global stakeholder' }).click()
  await page.getByText('May read everything and verify the log. Changes nothing.').waitFor()
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.getByRole('button', { name: 'Revoke Global stakeholder' }).waitFor()
  expect(await rolesOf(ines.id)).toContain('global_stakeholder')

  await page.getByRole('button', { name: 'Revoke Global stakeholder' }).click()
  await page.getByText('Ines Berg is no longer Global stakeholder, from the next request on.').waitFor()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect.poll(() => rolesOf(ines.id)).not.toContain('global_stakeholder')
})

test('an Owner adds a program, grants it what it needs, makes its token, and archives it', async () => {
  const { page } = await web.come('/settings/people')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('A program', { exact: true }).click()
  await dialog.getByLabel('First name').fill('Nightly')
  await dialog.getByLabel('E-mail address').fill('nightly@example.com')
  await dialog.getByRole('button', { name: 'Add program' }).click()
  await page.getByRole('heading', { name: 'Nightly' }).waitFor()
  await page.getByRole('button', { name: 'Grant a role' }).click()
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Developer' }).click()
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.getByRole('button', { name: 'Revoke Developer' }).waitFor()

  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('What it is for').fill('Reports')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token =
    (await page
      .getByText(/^[0-9a-f]{48}$/)
      .first()
      .textContent()) ?? ''
  const headers = { authorization: `Bearer ${token}` }
  expect((await web.server.send('GET', '/core/me', undefined, headers)).status).toBe(200)

  await page.getByLabel('Job title').fill('Reporting')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByText(/is signed out everywhere, and the tokens are refused/).waitFor()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click()
  await page.getByText('archived', { exact: true }).waitFor()
  expect((await web.server.send('GET', '/core/me', undefined, headers)).status).toBe(401)
})

test('a workspace manager grants roles on that workspace and nothing on the whole instance', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { document } = await web.server.send('GET', `/core/runbooks/${runbook.id}`)
  const workspace = document['data'].relationships.workspace.data.id as string
  await grantRole(web.server, ines.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const { page } = await web.come(`/settings/people/${ines.id}`, ines)
  await page.getByRole('button', { name: 'Grant a role' }).click()
  await page.getByRole('combobox', { name: 'On', exact: true }).click()
  const offered = await page.getByRole('option').allTextContents()
  expect(offered.some((name) => name.includes('whole instance'))).toBe(false)
  expect(offered).toHaveLength(2)
  await page.goto(`${web.server.url}/settings/audit`)
  await page.getByRole('row').nth(1).waitFor()
  expect(await page.getByRole('button', { name: 'Verify' }).count()).toBe(0)
})

test('a central team is made, and filled from a file after what it would do was said', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { document } = await web.server.send('GET', `/core/runbooks/${runbook.id}`)
  const workspace = document['data'].relationships.workspace.data.id as string
  await grantRole(web.server, ines.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const { page } = await web.come('/settings/teams', ines)
  await page.getByRole('button', { name: 'New team' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Storage')
  await page.getByRole('button', { name: 'Create team' }).click()
  await page
    .getByRole('row', { name: /Storage/ })
    .getByText('nobody')
    .waitFor()

  await page.getByRole('button', { name: 'From a file' }).click()
  const choose = (text: string) =>
    page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'teams.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('Email,Team\nnobody@example.com,Storage\n')
  await page
    .getByRole('dialog')
    .getByText(/^Line 2: .*nobody@example.com/)
    .waitFor()
  const fill = page.getByRole('button', { name: 'Fill teams' })
  expect(await fill.isDisabled()).toBe(true)
  await choose(`Email,Team\n${ines.email},Storage\n${ines.email},Network\n`)
  await page.getByText('Made for it: Network.').waitFor()
  await fill.click()
  await page
    .getByRole('row', { name: /Network/ })
    .getByText('Ines Berg')
    .waitFor()
  await page
    .getByRole('row', { name: /Storage/ })
    .getByText('Ines Berg')
    .waitFor()
})

test('who can do nothing in the settings is not told of them', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  await web.server.core.database.writes
    .deleteFrom('role')
    .where('user_id', '=', Number(ines.id))
    .where('scope_type', 'is', null)
    .execute()
  const { page } = await web.come('/', ines)
  await page.getByRole('link', { name: 'Home', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  await page.goto(`${web.server.url}/settings`)
  await page.getByRole('heading', { name: 'Not found' }).waitFor()
})

test('the log is searched by person and kind, and its chains are verified', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  await web.server.send('POST', '/core/roles', {
    data: {
      type: 'role',
      relationships: {
        user: { data: { type: 'user', id: ines.id } },
        role_type: { data: { type: 'role_type', id: await idOfRole('global_user_admin') } },
      },
    },
  })
  const { page } = await web.come('/settings/audit')
  await page.getByRole('combobox', { name: 'Kind of event' }).click()
  await page.getByRole('option', { name: 'Roles and places in runbooks' }).click()
  await page
    .getByRole('row', { name: /granted a role to/ })
    .first()
    .waitFor()
  expect(page.url()).toContain('kind=access')
  expect(await page.getByRole('row', { name: /signed in/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByText('every link holds').waitFor()
  await tamper()
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByText('The instance: event 2, it or what stood before it was changed').waitFor()
})

async function idOfRole(key: string): Promise<string> {
  const { document } = await web.server.send('GET', '/core/role_types?page[size]=100')
  return (document['data'] as Document[]).find(({ attributes }) => attributes.key === key)?.['id'] as string
}

/** Changes the past as somebody would who has the database: past the triggers that keep it. */
async function tamper(): Promise<void> {
  const client = new Client(web.server.connectionString)
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(`update event set payload = payload || ' ' where chain_id = 0 and seq = 2`)
  await client.end()
}
