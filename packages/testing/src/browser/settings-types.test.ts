import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook, grantRole } from '../runbooks/index.ts'
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

/** Everything of a list, by its name. */
async function read(path: string): Promise<ReadonlyMap<string, Document>> {
  const { document } = await web.server.send('GET', path)
  return new Map((document['data'] as Document[]).map((one) => [one['attributes'].name as string, one]))
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })

async function doIn(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('an Owner makes a runbook type, is told at the field what is refused, and archives it', async () => {
  const { page } = await web.come('/settings/runbook-types')
  await page.getByRole('button', { name: 'New runbook type' }).click()
  const dialog = page.getByRole('dialog', { name: 'New runbook type' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Dynamic Runbook')
  await dialog.getByRole('checkbox', { name: 'Have a time objective' }).check()
  await dialog.getByRole('button', { name: 'Create' }).click()
  const key = dialog.getByRole('textbox', { name: 'Key' })
  await expect.poll(() => key.getAttribute('aria-invalid')).toBe('true')
  expect(await findBarriers(page)).toEqual([])
  await key.fill('site-failover')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await row(page, 'Dynamic Runbook site-failover Time objective All Everywhere').waitFor()
  expect((await read('/core/runbook_types')).get('Dynamic Runbook')?.['attributes']).toMatchObject({
    key: 'site-failover',
    enable_rto: true,
  })

  await doIn(page, 'Normal', 'Archive')
  await row(page, 'Normal').getByRole('alert').waitFor()
  await doIn(page, 'Dynamic Runbook', 'Archive')
  await row(page, 'Dynamic Runbook').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Archived' }).click()
  await page.waitForURL('**?archived=true')
  await doIn(page, 'Dynamic Runbook', 'Restore')
  await page.getByText('Nothing is archived.').waitFor()
})

test('who saves a task type that somebody else changed meanwhile is told, and decides', async () => {
  const { page } = await web.come('/settings/task-types')
  await page.getByRole('button', { name: 'Checklist' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Edit Checklist' })
  expect(await dialog.getByRole('textbox', { name: 'Key' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Tick it.')
  const { id } = (await read('/core/task_types')).get('Checklist') as { id: string }
  await web.server.send('PATCH', `/core/task_types/${id}`, {
    data: { type: 'task_type', id, attributes: { name: 'Tick list' } },
  })
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog.getByText('Somebody changed this while you had it open.').waitFor()
  await dialog.getByRole('button', { name: 'Save mine all the same' }).click()
  await row(page, 'Tick list').waitFor()
  expect((await read('/core/task_types')).get('Tick list')?.['attributes'].description).toBe('Tick it.')
})

test('a field with options is made, its options are changed, and a loss of values is accepted first', async () => {
  const runbook = await buildRunbook(web.server, { tasks: [{ name: 'Switch' }] })
  const { page } = await web.come('/settings/fields')
  await page.getByRole('button', { name: 'New group' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Site')
  await page.keyboard.press('Enter')
  await row(page, 'Site no fields').waitFor()
  await page.getByRole('button', { name: 'New field' }).click()
  const dialog = page.getByRole('dialog', { name: 'New field' })
  await dialog.getByRole('textbox', { name: 'Name on the screen' }).fill('Region')
  await dialog.getByRole('combobox', { name: 'Type', exact: true }).click()
  await page.getByRole('option', { name: 'One of a menu' }).click()
  await dialog.getByRole('textbox', { name: 'Options' }).fill('EU\nUS')
  await dialog.getByRole('combobox', { name: 'Group' }).click()
  await page.getByRole('option', { name: 'Site' }).click()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await row(page, 'Region One of a menu · 2 options Tasks: when made and edited').waitFor()

  await doIn(page, 'Region', 'Options…')
  const options = page.getByRole('dialog', { name: 'Options of Region' })
  await options.getByRole('textbox', { name: 'New option' }).fill('Asia')
  await page.keyboard.press('Enter')
  await options.getByRole('textbox', { name: 'Name of Asia' }).waitFor()
  await options.getByRole('textbox', { name: 'Name of EU' }).fill('Europe')
  await page.keyboard.press('Enter')
  await options.getByRole('button', { name: 'Move Europe down' }).click()
  const offered = async () => (await read('/core/custom_fields')).get('region')?.['attributes'].field_options
  await expect.poll(offered).toEqual(['US', 'Europe', 'Asia'])
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')

  await web.server.send('PATCH', `/core/runbooks/${runbook.id}/tasks/1`, {
    data: {
      type: 'task',
      id: '1',
      attributes: { custom_field_values: [{ name: 'region', value: 'US' }] },
    },
  })
  await page.getByRole('button', { name: 'Region', exact: true }).click()
  const edit = page.getByRole('dialog', { name: 'Edit Region' })
  await edit.getByRole('combobox', { name: 'Type', exact: true }).click()
  await page.getByRole('option', { name: 'Day', exact: true }).click()
  await edit.getByText('1 value would be lost: “US”.').waitFor()
  expect(await edit.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await edit.getByRole('checkbox', { name: 'Change it and lose 1 value' }).check()
  await edit.getByRole('button', { name: 'Save' }).click()
  await row(page, 'Region Day').waitFor()
})

test('a workspace manager makes a type of that workspace, and only looks at those of all', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { document } = await web.server.send('GET', `/core/runbooks/${runbook.id}`)
  const workspace = document['data'].relationships.workspace.data.id as string
  await grantRole(web.server, ines.id, 'workspace_manager', { type: 'workspace', id: workspace })
  const { page } = await web.come('/settings/task-types', ines)
  await row(page, 'Milestone').waitFor()
  expect(await row(page, 'Milestone').getByRole('button').count()).toBe(0)
  await page.getByRole('button', { name: 'New task type' }).click()
  const dialog = page.getByRole('dialog', { name: 'New task type' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bridge call')
  expect(await dialog.getByRole('checkbox', { name: 'Taken where no type is named' }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await row(page, 'Bridge call bridge-call').waitFor()
  const made = (await read('/core/task_types')).get('Bridge call')
  expect(made?.['relationships'].workspace.data.id).toBe(workspace)
  await page.getByRole('button', { name: 'Bridge call', exact: true }).waitFor()
})

test('a member of a workspace is not offered the rooms, and reads who may', async () => {
  const runbook = await buildRunbook(web.server, {})
  const ines = await letIn(web.server, runbook, 'Ines')
  const { page } = await web.come('/settings/runbook-types', ines)
  await page.getByText('Workspace managers change the types of their workspaces').waitFor()
  expect(await page.getByRole('link', { name: 'Runbook types' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'New runbook type' }).count()).toBe(0)
  await page.goto(`${web.server.url}/settings/fields`)
  await page.getByText('Custom fields admins and owners change these fields.').waitFor()
})
