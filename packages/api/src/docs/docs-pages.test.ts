import { apiVersions, endpoints, errorCodes } from '@runsheet/contract'
import { describe, expect, test } from 'vitest'
import type { Page } from '../pages/page.ts'
import { coveragePage, readCoverage } from './coverage-page.ts'
import { docsPages } from './docs-pages.ts'
import { escape, html, prose } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { allowedWords, limits, typeWords } from './schema-words.ts'

const serverUrl = 'https://run.example.com/base'
const pages = docsPages({ serverUrl, version: '2026.1.0' })
const served = (path: string, from = pages): Page => {
  const make = from[path]
  if (!make) throw new Error(`no page at ${path}`)
  return make() as Page
}
const text = (path: string) => String(served(path).body)
const pagePaths = Object.keys(pages).filter((path) => served(path).type.startsWith('text/html'))

describe('every page', () => {
  test.each(pagePaths)('%s has no script, no style of its own and nothing from another host', (path) => {
    const body = text(path)
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(served(path).headers?.['content-security-policy']).toContain("default-src 'none'")
  })

  test.each(pagePaths)('%s links only to pages and places that exist, below any base path', (path) => {
    const links = [...text(path).matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(links.filter((href) => href.startsWith('/'))).toEqual([])
    const dead = [...new Set(links)].filter((href) => {
      const { pathname, hash } = new URL(href, `http://any${path}`)
      return !pages[pathname] || (hash !== '' && !text(pathname).includes(` id="${hash.slice(1)}"`))
    })
    expect(dead).toEqual([])
  })

  test.each(pagePaths)('%s names each place once, and its headings leave out no level', (path) => {
    const ids = [...text(path).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const levels = [...text(path).matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })
})

test('the reference shows every endpoint', () => {
  for (const name of Object.keys(endpoints)) expect(text('/docs')).toContain(`id="${name}"`)
})

test('the page of coverage has every line of what the last whole run of the tests saw, and leads to the endpoints', () => {
  const page = text('/docs/coverage')
  const lines = readCoverage().match(/^\| .*`.*$/gm) ?? []
  expect(lines.length).toBeGreaterThan(100)
  expect(page.match(/^<tr><td/gm)).toHaveLength(lines.length)
  expect(page).toContain('<td><a href="../docs#startTask"><code>startTask</code></a></td>')
  expect(page).toContain('<h2 id="the-public-api">The public API</h2>')
  expect(page).not.toMatch(/`|&lt;br|\|/)
  expect(text('/docs')).toContain('href="docs/coverage"')
})

test('a copy without its documentation says so in the place of coverage', () => {
  const page = coveragePage(readCoverage(new URL('file:///nowhere/api-coverage.md')))
  expect(page).toContain('installed without its <code>docs</code>')
  expect(page).toContain('<h1>What the tests show of the API</h1>')
})

test('Markdown of generated pages is read as headings, paragraphs, lists and tables', () => {
  const lines = '# A\n\nb\nc `d`\n\n| e | f |\n|---|---|\n| g | h |\n\n- i\n- j\n'
  expect(readMarkdown(lines)).toEqual([
    { kind: 'heading', level: 1, text: 'A' },
    { kind: 'paragraph', text: 'b c `d`' },
    { kind: 'table', head: ['e', 'f'], rows: [['g', 'h']] },
    { kind: 'list', items: ['i', 'j'] },
  ])
  expect(coveragePage('| `<b>` |\n|---|\n| <i> |')).toContain('<td>&lt;i&gt;</td>')
})

test('the pages of errors show every code, with its example in their language', () => {
  for (const code of errorCodes) expect(text('/docs/errors')).toContain(`id="${code}"`)
  expect(text('/docs/errors')).toContain('Not Found')
  expect(text('/docs/errors/de')).toContain('Nicht gefunden')
  expect(text('/docs/errors/ja')).toContain('lang="ja"')
})

test('the OpenAPI document names the server that was asked', () => {
  expect(JSON.parse(text('/openapi.json'))).toMatchObject({
    openapi: '3.1.0',
    info: { version: '2026.1.0' },
    servers: [{ url: serverUrl }],
  })
})

test('each version of the contract is listed with what it changed, and has an OpenAPI document of its own', () => {
  const linkId = (path: string) => {
    const { properties } = JSON.parse(text(path)).components.schemas.TaskAttributes as {
      properties: { task_links: { items: { properties: { id: object } } } }
    }
    return properties.task_links.items.properties.id
  }
  for (const { date, changes } of apiVersions) {
    expect(text('/docs')).toContain(`id="version-${date}"`)
    for (const { attribute } of changes) expect(text('/docs')).toContain(`<code>${attribute}</code> of`)
  }
  expect(linkId('/openapi.json')).toMatchObject({ type: 'string' })
  expect(linkId('/openapi-2026-06-03.json')).toMatchObject({ type: 'string' })
  expect(linkId('/openapi-2022-02-22.json')).toMatchObject({ type: 'integer' })
})

test('what is put into a page is text, never markup', () => {
  expect(html`<b title="${'"'}">${'<i>'}${[html`<u>${'&'}</u>`]}</b>`.markup).toBe(
    '<b title="&quot;">&lt;i&gt;<u>&amp;</u></b>',
  )
  expect(prose('a `<b>` c').markup).toBe('a <code>&lt;b&gt;</code> c')
  expect(escape("'")).toBe('&#39;')
  const hostile = docsPages({ serverUrl: 'https://x/"><script>', version: '<b>' })
  expect(served('/docs', hostile).body).not.toContain('<script>')
})

test('a schema is told in words', () => {
  expect(typeWords({ type: ['string', 'null'], format: 'date-time' })).toBe('timestamp or null')
  expect(typeWords({ type: 'array', items: { type: 'string', pattern: '^[0-9]{1,19}$' } })).toBe('list of id')
  expect(typeWords({ type: 'object', properties: { id: {}, link_type: {} } })).toBe('{ id, link_type }')
  expect(allowedWords({ type: ['string', 'null'], enum: ['a', 'b', null] })).toEqual(['a', 'b'])
  expect(limits({ type: 'integer', minimum: 0, maximum: 315_360_000 })).toBe('0 to 315 360 000')
})
