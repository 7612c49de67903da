import { type Client, createClient } from '@runsheet/client'
import { currentLanguage } from '../language/language.ts'
import { measureClock } from '../time/server-clock.ts'
import { queryClient } from './query-client.ts'
import { keepRateUse } from './rate-use.ts'

/** The key of the query for who is signed in. */
export const ME = ['me'] as const

/** Scheme, host and base path of the server that sent this page, without a slash at the end. */
export const baseUrl = new URL('.', document.baseURI).href.replace(/\/$/, '')

/** Path below which the app lies: empty, or `/ops`. */
export const basePath = new URL(baseUrl).pathname.replace(/\/$/, '')

/** Every answer tells what the server's clock says. */
const fetchAndSetClock: typeof fetch = async (input, init) => {
  const sent = Date.now()
  const response = await fetch(input, init)
  const now = response.headers.get('x-as-of')
  keepRateUse(response.headers)
  if (now !== null) measureClock(Date.parse(now), sent, Date.now())
  askForOneself(new URL(response.url).pathname, sent)
  return response
}

const ASKED_EVERY_MS = 30 * 60_000

/** When it was last asked who is signed in. */
let askedAt = Date.now()

/** Whoever uses the app asks for themselves now and then: with the answer the secret of the session changes. */
function askForOneself(path: string, now: number): void {
  if (path === `${basePath}/core/me`) askedAt = now
  else if (now - askedAt > ASKED_EVERY_MS) {
    askedAt = now
    void queryClient.invalidateQueries({ queryKey: ME })
  }
}

let made: { language: string; client: Client } | undefined

/** The typed client, with the session of the browser and the person's language for texts of errors. */
export function client(): Client {
  const language = currentLanguage()
  if (made?.language !== language)
    made = { language, client: createClient({ baseUrl, language, fetch: fetchAndSetClock }) }
  return made.client
}
