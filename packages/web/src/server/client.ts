import { type Client, createClient } from '@runsheet/client'
import { currentLanguage } from '../language/language.ts'
import { measureClock } from '../time/server-clock.ts'

/** Scheme, host and base path of the server that sent this page, without a slash at the end. */
export const baseUrl = new URL('.', document.baseURI).href.replace(/\/$/, '')

/** Path below which the app lies: empty, or `/ops`. */
export const basePath = new URL(baseUrl).pathname.replace(/\/$/, '')

/** Every answer tells what the server's clock says. */
const fetchAndSetClock: typeof fetch = async (input, init) => {
  const sent = Date.now()
  const response = await fetch(input, init)
  const now = response.headers.get('x-as-of')
  if (now !== null) measureClock(Date.parse(now), sent, Date.now())
  return response
}

let made: { language: string; client: Client } | undefined

/** The typed client, with the session of the browser and the person's language for texts of errors. */
export function client(): Client {
  const language = currentLanguage()
  if (made?.language !== language)
    made = { language, client: createClient({ baseUrl, language, fetch: fetchAndSetClock }) }
  return made.client
}
