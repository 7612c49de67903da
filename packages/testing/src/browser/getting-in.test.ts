import { codeAt, sendDueMail } from '@runsheet/core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type MailReceiver, receiveMail } from '../mail/index.ts'
import { findBarriers } from './check-access.ts'
import { makeGuest } from './let-in.ts'
import { listenTo } from './open-browser.ts'
import { startWebServer, type WebServer } from './web-server.ts'

let receiver: MailReceiver
let web: WebServer
/** Like it, and sends no mail. */
let silent: WebServer

beforeAll(async () => {
  receiver = await receiveMail()
  const mail = { smtpUrl: receiver.url, from: 'runs@example.com', publicUrl: 'http://runs.invalid' }
  web = await startWebServer({ mail })
  silent = await startWebServer()
})
afterEach(() => web.seeOff())
afterAll(async () => {
  await silent.close()
  await web.close()
  await receiver.close()
})

const STEP_MS = 30_000
/** The code that an authenticator shows so many steps from now. */
const codeOf = (secret: string, steps: number) =>
  codeAt(secret.replaceAll(' ', ''), Date.now() + steps * STEP_MS)

/** Somebody who is not in yet. */
async function comeToTheDoor(path: string, options: { locale?: string; at?: WebServer } = {}): Promise<Page> {
  const { locale = 'en', at = web } = options
  const context = await at.browser.newContext({ locale })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors = listenTo(page)
  onTestFinished(async () => {
    expect(errors).toEqual([])
    await context.close()
  })
  await page.goto(`${at.server.url}${path}`)
  return page
}

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.keyboard.press('Enter')
}

/** The path of the link in the mail that goes out now. */
async function linkInMail(): Promise<string> {
  await sendDueMail(web.server.core.services)
  const [, path] = /^http:\/\/runs\.invalid(\/\S+)$/m.exec(receiver.mails.at(-1)?.text ?? '') ?? []
  return path ?? ''
}

describe('a forgotten password', () => {
  test('is set anew by the link of a mail, and one is in', async () => {
    const { email } = await makeGuest(web.server, 'Nora')
    const page = await comeToTheDoor('/sign-in')
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText(`If there is an account for ${email}, a link is on its way to it.`).waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.goto(`${web.server.url}${await linkInMail()}`)
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const [fresh, again] = [
      page.getByRole('textbox', { name: 'New password', exact: true }),
      page.getByRole('textbox', { name: 'New password again' }),
    ]
    await fresh.fill('short')
    await page.keyboard.press('Enter')
    await page.getByText('5 of at least 12 characters.').waitFor()
    await fresh.fill('a password of Nora')
    await again.fill('another one of hers')
    await page.keyboard.press('Enter')
    await page.getByText('The two are not the same.').waitFor()
    await again.fill('a password of Nora')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${web.server.url}/`)
    await page.goto(`${web.server.url}/account`)
    await page.getByText(email).first().waitFor()
  })

  test('a link that was used says so, and leads to another', async () => {
    const { email } = await makeGuest(web.server, 'Ines')
    const asking = { data: { type: 'password_reset', attributes: { email } } }
    await web.server.ask('POST', '/core/password_resets', asking)
    const path = await linkInMail()
    const attributes = { link: path.split('#')[1], password: 'somebody was first' }
    const first = await web.server.ask('POST', '/core/passwords', { data: { type: 'password', attributes } })
    expect(first.status).toBe(201)
    const page = await comeToTheDoor(path, { locale: 'de' })
    await page.getByRole('heading', { name: 'Neues Passwort setzen' }).waitFor()
    for (const name of ['Neues Passwort', 'Neues Passwort noch einmal'])
      await page.getByRole('textbox', { name, exact: true }).fill('zu spät, aber lang')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Dieser Link wurde schon benutzt.').waitFor()
    await page.getByRole('link', { name: 'Einen neuen Link anfordern' }).click()
    await page.waitForURL(/\/forgot-password$/)
  })

  test('is no topic where the server sends no mail', async () => {
    const page = await comeToTheDoor('/sign-in', { at: silent })
    const options = page.waitForResponse(/sign_in_page/)
    await page.reload()
    await options
    await page.getByText('The first start of the server shows').waitFor()
    expect(await page.getByText('Forgot password?').count()).toBe(0)
  })
})

test('a link that was cut off says so, also that of an invitation', async () => {
  const page = await comeToTheDoor('/invitation#0123')
  await page.getByRole('alert').getByText('This link is not whole.').waitFor()
  await page.getByText('Whoever has invited you can send another invitation.').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Back to signing in' }).click()
  await page.waitForURL(/\/sign-in$/)
})

describe('a second factor', () => {
  test('is set up with an authenticator, asked for at the door, and switched off', async () => {
    const guest = await makeGuest(web.server, 'Vera')
    const { page } = await web.come('/account', guest)
    await page.getByRole('button', { name: 'Set up a second factor' }).click()
    const present = page.getByRole('textbox', { name: 'Present password' }).last()
    await present.fill('not it')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('The present password is missing or wrong.').waitFor()
    await present.fill(guest.password)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const secret =
      (await page
        .locator('code')
        .filter({ hasText: /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/ })
        .textContent()) ?? ''
    const code = page.getByRole('textbox', { name: 'Code', exact: true })
    await code.fill('000000')
    await page.getByRole('button', { name: 'Confirm and switch on' }).click()
    await page.getByText('The code is wrong or was used before.').waitFor()
    await code.fill(codeOf(secret, -1))
    await page.getByRole('button', { name: 'Confirm and switch on' }).click()
    await page.getByText('Your recovery codes').waitFor()
    const codes = await page
      .getByRole('listitem')
      .filter({ hasText: /^([0-9a-z]{4}-){3}[0-9a-z]{4}$/ })
      .allTextContents()
    expect(codes).toHaveLength(10)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'I have them' }).click()
    await page.getByText('10 recovery codes are left.').waitFor()

    const door = await comeToTheDoor('/account')
    await fillIn(door, guest.email, guest.password)
    await door.getByRole('heading', { name: 'Second factor' }).waitFor()
    expect(await findBarriers(door)).toEqual([])
    await door.getByRole('textbox', { name: 'Code' }).fill('000000')
    await door.keyboard.press('Enter')
    await door.getByRole('alert').getByText('The code is wrong or was used before.').waitFor()
    await door.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, 0))
    await door.keyboard.press('Enter')
    await door.waitForURL(`${web.server.url}/account`)

    const lost = await comeToTheDoor('/sign-in')
    await fillIn(lost, guest.email, guest.password)
    await lost.getByRole('button', { name: 'Use a recovery code' }).click()
    await lost.getByRole('textbox', { name: 'Recovery code' }).fill(codes[0] ?? '')
    await lost.keyboard.press('Enter')
    await lost.waitForURL(`${web.server.url}/`)

    await page.getByRole('button', { name: 'Switch it off' }).click()
    await page.getByRole('textbox', { name: 'Present password' }).last().fill(guest.password)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Switch it off' }).click()
    await page.getByText('Off: the password is enough to sign in.').waitFor()
  })
})

test('signing out everywhere ends what is open in another browser, too', async () => {
  const guest = await makeGuest(web.server, 'Olga')
  const [here, there] = [await web.come('/account', guest), await web.come('/account', guest)]
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.page.waitForURL(/\/sign-in$/)
  await there.page.reload()
  await there.page.waitForURL(/\/sign-in\?to=/)
  const alive = await web.server.core.database.db
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', Number(guest.id))
    .where('revoked_at', 'is', null)
    .execute()
  expect(alive).toEqual([])
})

test('the secret of a session changes while the app is open, and two tabs go on', async () => {
  const guest = await makeGuest(web.server, 'Tilda')
  const { page, context } = await web.come('/account', guest)
  const secret = async () => (await context.cookies()).find(({ name }) => name === 'runsheet_session')?.value
  const before = await secret()
  const other = await context.newPage()
  await other.goto(`${web.server.url}/account`)
  for (const tab of [page, other]) await tab.getByRole('heading', { name: 'My account' }).waitFor()
  const old = new Date(Date.now() - 2 * 3_600_000).toISOString()
  await web.server.core.database.writes
    .updateTable('session')
    .set({ renewed_at: old })
    .where('user_id', '=', Number(guest.id))
    .execute()
  await Promise.all([page.reload(), other.reload()])
  for (const tab of [page, other]) await tab.getByRole('heading', { name: 'My account' }).waitFor()
  expect(await secret()).not.toBe(before)
  for (const tab of [page, other]) {
    await tab.reload()
    await tab.getByRole('heading', { name: 'My account' }).waitFor()
  }
})
