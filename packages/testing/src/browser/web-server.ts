import { docsPages } from '@runsheet/api'
import type { MailSettings } from '@runsheet/core'
import type { Browser } from 'playwright-core'
import { OWNER_EMAIL, OWNER_PASSWORD, startTestServer, type TestServer } from '../server/index.ts'
import { openBrowser, type VisitOptions, type Visitor, visit, webFolder } from './open-browser.ts'

/** A server that also serves the web and the documentation, and a browser. For one test file. */
export interface WebServer {
  readonly server: TestServer
  readonly browser: Browser
  /** Opens the app as the Owner in a fresh profile; whoever came is seen off by `seeOff`. */
  come(path: string, options?: Partial<VisitOptions>): Promise<Visitor>
  /** Closes the profiles of this test. @throws {Error} when anything went wrong in one of them */
  seeOff(): Promise<void>
  close(): Promise<void>
}

const pages = docsPages({ serverUrl: 'https://runs.example.com', version: 'under test' })

export async function startWebServer(options: { mail?: MailSettings } = {}): Promise<WebServer> {
  const [server, browser] = await Promise.all([
    startTestServer({ settings: { web: webFolder, pages }, ...options }),
    openBrowser(),
  ])
  let here: Visitor[] = []
  return {
    server,
    browser,
    async come(path, options = {}) {
      const who = { url: server.url, email: OWNER_EMAIL, password: OWNER_PASSWORD }
      const visitor = await visit(browser, { ...who, path, ...options })
      here.push(visitor)
      return visitor
    },
    async seeOff() {
      const gone = here
      here = []
      const errors = gone.flatMap((visitor) => visitor.errors)
      for (const visitor of gone) await visitor.close()
      if (errors.length > 0) throw new Error(`Errors in the browser:\n${errors.join('\n')}`)
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
