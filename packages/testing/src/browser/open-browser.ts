import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as launcher,
  type Page,
} from 'playwright-core'

/** The build of the web that the tests look at; `npm test` makes it. */
export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

const unwanted: ReadonlySet<string> = new Set(['--disable-web-security', '--single-process'])

/** A graphics card made of software: without it the pictures are the same, for a third less of processor time. */
const graphics: ReadonlySet<string> = new Set([
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
])

/**
 * Starts the browser of the test set-up: a Chromium that comes in an npm package. One per test file.
 *
 * @param options.hasGraphics what is drawn goes through a graphics card, as on most desks
 */
export async function openBrowser({ hasGraphics = false } = {}): Promise<Browser> {
  if (!existsSync(webFolder)) throw new Error('There is no build of the web: run `npm test`, which makes it.')
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    // Its set-up is for scrapers: without web security the browser would send no Origin, and in a single process it
    // would end with the first profile that is closed.
    args: [
      ...chromium.args.filter((arg) => !unwanted.has(arg) && (hasGraphics || !graphics.has(arg))),
      ...(hasGraphics ? [] : ['--disable-gpu']),
      '--disable-background-networking',
    ],
    headless: true,
  })
}

export interface VisitOptions {
  readonly url: string
  readonly email: string
  readonly password: string
  /** A path of the app. */
  readonly path?: string
  readonly theme?: 'dark' | 'light'
  readonly language?: 'en' | 'de'
  readonly width?: number
  readonly height?: number
  /** The instant at which the clock of the browser stands, milliseconds since the epoch; it runs without one. */
  readonly now?: number
  readonly context?: BrowserContextOptions
}

/** Somebody who has the app open in a browser of their own, and everything that went wrong there. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of console and page, and breaches of the content security policy. */
  readonly errors: readonly string[]
  /** Signs in without the form. */
  close(): Promise<void>
}

/** Opens the app in a fresh profile, signed in, at a path. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visitor> {
  const {
    url,
    email,
    password,
    path = '/',
    theme = 'dark',
    language = 'en',
    width = 1440,
    height = 900,
  } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options.context,
  })
  // What does not come is named before the test itself runs out of time.
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  if (options.now !== undefined) await page.clock.setFixedTime(options.now)
  const errors = listenTo(page)
  const attributes = { email, password }
  const answer = await page.request.post(`${url}/core/sessions`, {
    headers: { origin: new URL(url).origin },
    data: { data: { type: 'session', attributes } },
  })
  if (answer.status() !== 201)
    throw new Error(`signing in was answered ${answer.status()}: ${await answer.text()}`)
  await page.goto(`${url}${path}`)
  return { page, context, errors, close: () => context.close() }
}

/** Collects what goes wrong on a page. Answers that the app asked for and explains itself are no errors. */
export function listenTo(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    // Chromium itself writes a line for each refused or failed request; the app shows those to the person.
    const isOfNetwork = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isOfNetwork) errors.push(message.text())
  })
  return errors
}
