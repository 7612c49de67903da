import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dataOf, writeOf } from '../planning/index.ts'
import { buildRunbook, grantRole } from '../runbooks/index.ts'
import { signIn } from '../server/index.ts'
import { letIn } from './let-in.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

const addPerson = async (first_name: string) => {
  const person = { first_name, last_name: 'Haddad', email: `${first_name.toLowerCase()}@example.com` }
  const meta = { invitation: { skip: true } }
  return dataOf(await web.server.send('POST', '/core/users', writeOf('user', person, {}, meta)))[
    'id'
  ] as string
}

test('where somebody is signed in is told, and ended in one browser or in all of them', async () => {
  const ines = await letIn(web.server, await buildRunbook(web.server, {}), 'Ines')
  const browsers = [
    await signIn(web.server, ines),
    await signIn(web.server, ines),
    await signIn(web.server, ines),
  ]
  const alive = async () => {
    const statuses = await Promise.all(browsers.map((browser) => browser.send('GET', '/core/me')))
    return statuses.filter(({ status }) => status === 200).length
  }
  const { page } = await web.come(`/settings/people/${ines.id}`)
  const end = page.getByRole('button', { name: /^End the session/ })
  await end.nth(2).waitFor()
  await end.first().click()
  await end.nth(2).waitFor({ state: 'detached' })
  expect(await alive()).toBe(2)
  await page.getByRole('button', { name: 'End all sessions' }).click()
  await page.getByText('Ines Berg is signed out everywhere. The tokens stay.').waitFor()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End all sessions' }).click()
  await page.getByText('Signed in nowhere.').waitFor()
  expect(await alive()).toBe(0)
})

test('whoever is added without mail gets a link later, which the dialog says', async () => {
  const { page } = await web.come('/settings/people')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/This server sends no mail/).waitFor()
  await dialog.getByLabel('First name').fill('Amal')
  await dialog.getByLabel('E-mail address').fill('amal@example.com')
  await dialog.getByRole('button', { name: 'Add person' }).click()
  await page.getByRole('button', { name: 'Make a link' }).waitFor()
  const { document } = await web.server.send('GET', '/core/users?query=amal')
  expect(document['data'][0].attributes.status).toBe('active')
})

test('without mail a link is shown once, by which the person gets in, and nobody is invited any more', async () => {
  const id = await addPerson('Noor')
  const { page } = await web.come(`/settings/people/${id}`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  await page.getByText('The link for noor@example.com').waitFor()
  const shown = (await page.getByText(/\/invitation#[0-9a-f]{48}$/).textContent()) ?? ''
  expect(shown.startsWith(`${web.server.url}/invitation#`)).toBe(true)
  await page.getByText('invited', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('button', { name: 'Make a link' }).waitFor()
  expect(await page.getByText(/\/invitation#/).count()).toBe(0)

  const link = shown.split('#')[1]
  const password = writeOf('password', { link, password: 'a password of ours' })
  expect((await web.server.ask('POST', '/core/passwords', password)).status).toBe(201)
  await page.reload()
  await page.getByText(/last signed in/).waitFor()
  expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0)
})

test('a role is granted on a central team', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { document } = await web.server.send('GET', `/core/runbooks/${runbook.id}`)
  const workspace = document['data'].relationships.workspace.data.id as string
  await grantRole(web.server, ines.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const team = writeOf('team', { name: 'Storage' }, { workspace })
  const { id } = dataOf(await web.server.send('POST', '/core/teams', team))
  const { page } = await web.come(`/settings/people/${ines.id}`, ines)
  await page.getByRole('button', { name: 'Grant a role' }).click()
  await page.getByRole('combobox', { name: 'On', exact: true }).click()
  await page.getByRole('option', { name: /team Storage$/ }).click()
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'Grant', exact: true }).click()
  await page.getByText('on Storage', { exact: true }).waitFor()
  const roles = await web.server.send('GET', `/core/roles?user_id=${ines.id}&resource_type=team`)
  expect(roles.document['data'][0].relationships.scope.data).toEqual({ type: 'team', id })
})

test('who manages people is refused the address of somebody who holds more, in the server’s words', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const admin = await letIn(web.server, await buildRunbook(web.server, {}), 'Ada')
  await grantRole(web.server, admin.id, 'global_user_admin')
  const { page } = await web.come(`/settings/people/${ines.id}`, admin)
  await page.getByLabel('E-mail address').fill('mine@example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/runbook_admin/).waitFor()
  const { document } = await web.server.send('GET', `/core/users/${ines.id}`)
  expect(document['data'].attributes.email).toBe(ines.email)
})

test('the way to what the tests show of the API leads to a page with every endpoint', async () => {
  const { page } = await web.come('/settings/api')
  await page.getByRole('link', { name: 'Coverage' }).click()
  await page.getByRole('heading', { name: 'What the tests show of the API' }).waitFor()
  await page.getByRole('link', { name: 'startTask', exact: true }).click()
  expect(page.url()).toBe(`${web.server.url}/docs#startTask`)
})
