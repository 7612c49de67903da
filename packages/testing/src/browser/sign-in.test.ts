import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { OWNER_EMAIL, OWNER_PASSWORD } from '../server/index.ts'
import { listenTo } from './open-browser.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let web: WebServer
beforeAll(async () => {
  web = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(() => web.close())

test('a deep link asks to sign in, says what is refused and goes on to where it led', async () => {
  const context = await web.browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  const errors = listenTo(page)
  await page.goto(`${web.server.url}/account`)
  await page.waitForURL(/\/sign-in\?to=/)
  await page.getByLabel('E-mail address').fill(OWNER_EMAIL)
  await page.getByRole('textbox', { name: 'Password' }).fill('not this one')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('The e-mail address, the password or the code is wrong.').waitFor()
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(OWNER_EMAIL)
  await page.getByRole('textbox', { name: 'Password' }).fill(OWNER_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${web.server.url}/account`)
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: 'runsheet_session', httpOnly: true, sameSite: 'Strict' })
  expect(errors).toEqual([])
  await context.close()
})

test('the page may load nothing from elsewhere and run nothing inline', async () => {
  const answer = await fetch(`${web.server.url}/`, { headers: { accept: 'text/html' } })
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  const asked: string[] = []
  const { page } = await web.come('/')
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.reload()
  await page.locator('main, h1').first().waitFor()
  expect([...new Set(asked)]).toEqual([web.server.url])
})
