import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildRunbook } from '../runbooks/index.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

/** Drags a file over the page and lets it go, as a hand does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type: 'text/csv' }))
      return transfer
    },
    [name, content] as const,
  )
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', event, { dataTransfer: files })
}

const example = (name: string) => readFile(new URL(`../../../../examples/${name}`, import.meta.url), 'utf8')

test('a plan of 300 tasks is dropped on an empty runbook, looked at, and brought in', async () => {
  const runbook = await buildRunbook(web.server, { attributes: { name: 'Migration' } })
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  await page.getByText('Type the first task and press Enter.').waitFor()
  await drop(page, 'core-banking.csv', await example('core-banking-migration-weekend.csv'))
  await page.getByRole('heading', { name: '316 tasks are ready' }).waitFor()
  expect(Object.keys(await runbook.tasks())).toHaveLength(0)
  await page.getByRole('button', { name: 'Bring in all 316' }).click()
  await page.waitForURL(`**/runbooks/${runbook.id}/list`)
  await page.getByText('316 tasks are in.').first().waitFor()
  expect(Object.keys(await runbook.tasks())).toHaveLength(316)
})

test('what is wrong stands at its cell; a repair or leaving the row out settles it, and nothing is written before', async () => {
  const runbook = await buildRunbook(web.server)
  const { page } = await web.come(`/runbooks/${runbook.id}/list`)
  const rows = [
    'ID;Title;After;Est. minutes',
    '1;Stop;;5',
    '2;Copy;1 205;40',
    '3;Cut over;2;1h3O',
    '4;Check;3;5',
  ]
  await drop(page, 'wrong.csv', rows.join('\n'))
  await page.getByRole('heading', { name: /two rows need you/ }).waitFor()
  await page.getByText('Nothing has been written yet.').waitFor()
  await page.getByRole('button', { name: 'Take 1 h 30' }).click()
  await page
    .getByRole('button', { name: /Leave it out/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Bring in all 4' }).click()
  await page.waitForURL(`**/runbooks/${runbook.id}/list`)
  const tasks = await runbook.tasks()
  expect(Object.values(tasks).map(({ attributes }) => attributes.duration as number)).toEqual([
    300, 2400, 5400, 300,
  ])
  expect(tasks[2]?.['relationships'].predecessors.data).toEqual([{ type: 'task', id: '1' }])
})

test('a file that is dropped on a workspace becomes a runbook of its own', async () => {
  const { page } = await web.come('/runbooks')
  await buildRunbook(web.server)
  await page.reload()
  await page.locator('main').first().waitFor()
  await drop(page, 'PostgreSQL upgrade.csv', await example('postgresql-major-upgrade.csv'))
  await page.getByRole('heading', { name: '35 tasks are ready' }).waitFor()
  await page.getByRole('button', { name: 'Bring in all 35' }).click()
  await page.waitForURL(/\/runbooks\/\d+\/list/)
  await page.locator('[data-task="35"], [data-task="1"]').first().waitFor()
  const { document } = await web.server.send('GET', '/core/runbooks?query=PostgreSQL')
  expect(document['data'][0].attributes).toMatchObject({ name: 'PostgreSQL upgrade', tasks_count: 35 })
})
