import { apiVersions, languages, NEWEST_API_VERSION, openApiDocument } from '@runsheet/contract'
import type { Page, Pages } from '../pages/page.ts'
import { coveragePage, readCoverage } from './coverage-page.ts'
import { docsCss } from './docs-css.ts'
import { errorsPage } from './errors-page.ts'
import { referencePage } from './reference-page.ts'

export interface DocsOptions {
  /** Scheme, host and base path that callers use, without a slash at the end; examples and OpenAPI show it. */
  readonly serverUrl: string
  readonly version: string
}

/** No script at all, and no style but the sheet. */
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Where the OpenAPI document of a version of the contract stands. */
const openApiPath = (apiVersion: string) => `/openapi-${apiVersion}.json`

const HTML_TYPE = 'text/html; charset=utf-8'

/**
 * The documentation of the running server, by path below the base path. Each page is made at its first request and kept:
 * declarations do not change while a server runs.
 */
export function docsPages({ serverUrl, version }: DocsOptions): Pages {
  const page = (language: string, body: () => string) =>
    kept(() => ({
      type: HTML_TYPE,
      body: body(),
      headers: { 'content-security-policy': POLICY, 'content-language': language, ...cached },
    }))
  const errors = languages.map((language) => [
    language === 'en' ? '/docs/errors' : `/docs/errors/${language}`,
    page(language === 'en' ? 'en' : `en, ${language}`, () => errorsPage(language)),
  ])
  const openApi = (apiVersion: string) =>
    kept(() => ({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(openApiDocument({ serverUrl, version, apiVersion })),
      // Tools on other pages read it; there is nothing secret in it.
      headers: { 'access-control-allow-origin': '*', ...cached },
    }))
  return {
    '/openapi.json': openApi(NEWEST_API_VERSION),
    ...Object.fromEntries(apiVersions.map(({ date }) => [openApiPath(date), openApi(date)])),
    '/docs': page('en', () => referencePage({ serverUrl, version })),
    '/docs/coverage': page('en', () => coveragePage(readCoverage())),
    '/docs/docs.css': () => ({ type: 'text/css; charset=utf-8', body: docsCss, headers: cached }),
    ...(Object.fromEntries(errors) as Pages),
  }
}

const cached = { 'cache-control': 'public, max-age=300' }

function kept(make: () => Page): () => Page {
  let page: Page | undefined
  return () => (page ??= make())
}
