import type { Answer, Send, TestServer } from './start-test-server.ts'
import { OWNER_EMAIL, OWNER_PASSWORD } from './start-test-server.ts'

/** A browser in which somebody has signed in. */
export interface Browser {
  /** The `Cookie` header that it sends. */
  readonly cookie: string
  /** Sends a request from a page of the server, with the session. */
  readonly send: Send
}

/** What somebody signs in with. */
interface Credentials {
  readonly email?: string
  readonly password?: string
  /** Of the second factor. */
  readonly code?: string
}

/** Tries to sign in, as the Owner unless told otherwise. */
export function trySignIn(
  server: Pick<TestServer, 'ask'>,
  { email = OWNER_EMAIL, password = OWNER_PASSWORD, code }: Credentials = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const attributes = { email, password, ...(code === undefined ? {} : { code }) }
  const document = { data: { type: 'session', attributes } }
  return server.ask('POST', '/core/sessions', document, headers)
}

/**
 * Signs in, as the Owner unless told otherwise.
 *
 * @throws {Error} when the server refuses
 */
export async function signIn(server: Pick<TestServer, 'ask' | 'url'>, who?: Credentials): Promise<Browser> {
  const answer = await trySignIn(server, who)
  if (answer.status !== 201) throw new Error(`signing in was refused with ${answer.status}`)
  return browserWith(server, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
}

/** A browser that has this cookie; the server may be another process than the one that gave it. */
export function browserWith(server: Pick<TestServer, 'ask' | 'url'>, cookie: string): Browser {
  return {
    cookie,
    send: (method, path, body, headers) =>
      server.ask(method, path, body, { cookie, origin: server.url, ...headers }),
  }
}
