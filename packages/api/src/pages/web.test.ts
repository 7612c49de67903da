import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { constantCore, raw, refusal, startApi } from '../test-support.ts'

const SCRIPT = 'console.log("plan and run")'
const PAGE = `<!doctype html><head><base href="/"><meta name="style-nonce" nonce="%STYLE_NONCE%" content="%STYLE_NONCE%">
<script type="module" src="./assets/main-1a2b.js"></script></head>`

let web: string

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'runsheet-web-'))
  const files: Record<string, string | Uint8Array> = {
    'index.html': PAGE,
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'manifest.webmanifest': '{}',
    'assets/main-1a2b.js': SCRIPT,
    'assets/main-1a2b.js.br': brotliCompressSync(SCRIPT),
    'assets/main-1a2b.js.gz': gzipSync(SCRIPT),
    'assets/main-1a2b.js.map': '{}',
    'assets/main-3c4d.css': 'a{}',
    'assets/inter-5e6f.woff2': new Uint8Array([0, 255]),
    '.built-from': 'a hash',
    'assets/.secret.js': 'no',
  }
  for (const [name, body] of Object.entries(files)) {
    await mkdir(dirname(join(web, name)), { recursive: true })
    await writeFile(join(web, name), body)
  }
})
afterAll(() => rm(web, { recursive: true }))

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test('the root is the web, with a nonce for styles that is another in every answer', async () => {
  const { url } = await startApi(constantCore(), { web })
  const [first, second] = [await fetch(url), await fetch(url)]
  const nonces = []
  for (const response of [first, second]) {
    const nonce = /'nonce-([\w+/=]{24})'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
    expect(await response.text()).toBe(PAGE.replaceAll('%STYLE_NONCE%', nonce ?? 'none'))
    nonces.push(nonce)
  }
  expect(new Set(nonces).size).toBe(2)
  expect(first.status).toBe(200)
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect(first.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
  )
})

test('under a sub-path the page says so, with and without the slash at the end', async () => {
  const { url } = await startApi(constantCore(), { web, basePath: '/ops' })
  for (const path of ['/ops', '/ops/', '/ops/runbooks/12']) {
    const response = await fetch(url + path, { headers: html })
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('<base href="/ops/">'),
    ])
  }
  expect(await (await fetch(`${url}/ops/assets/main-1a2b.js`)).text()).toBe(SCRIPT)
  expect(await refusal(`${url}/`, { headers: html })).toMatchObject({ status: 404, code: 'route_not_found' })
  expect(await refusal(`${url}/opsroom`, { headers: html })).toMatchObject({ status: 404 })
})

test('somebody who navigates gets the web at any place that is nothing else', async () => {
  const { url } = await startApi(constantCore(), { web })
  for (const path of ['/runbooks/12/list?x=1', '/runbooks/a%2Fb', '/corestuff']) {
    const response = await fetch(url + path, { headers: html })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  }
  expect((await fetch(`${url}/healthz`, { headers: html })).headers.get('content-type')).toMatch(/json/)
  for (const path of ['/docs/nothing', '/healthz/x', '/openapi.json/'])
    expect(await refusal(url + path, { headers: html })).toMatchObject({
      status: 404,
      code: 'route_not_found',
    })
  expect(await refusal(`${url}/core/nothing`, { headers: html })).toMatchObject({ status: 401 })
  expect(await refusal(`${url}/runbooks/12`, { headers: { accept: '*/*' } })).toMatchObject({ status: 404 })
  expect(await refusal(`${url}/runbooks/12`, { headers: { accept: 'text/html;q=0, */*' } })).toMatchObject({
    status: 404,
  })
  expect(await refusal(`${url}/runbooks/12`, { method: 'POST', headers: html })).toMatchObject({
    status: 404,
  })
})

test.each([
  ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/main-1a2b.js.map', 'application/json; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/main-3c4d.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/inter-5e6f.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['/favicon.svg', 'image/svg+xml', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
])(
  'a file of the build has its type, and is kept as long as its name tells of its content: %s',
  async (path, type, kept) => {
    const { url } = await startApi(constantCore(), { web })
    const response = await fetch(url + path)
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([200, type, kept])
    const head = await fetch(url + path, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBe((await response.arrayBuffer()).byteLength)
  },
)

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliCompressSync(SCRIPT).length],
  ['gzip;q=1.0, br;q=0', 'gzip', gzipSync(SCRIPT).length],
  ['*', 'br', brotliCompressSync(SCRIPT).length],
  ['identity', null, SCRIPT.length],
  ['', null, SCRIPT.length],
])('of a compressed file comes what the client takes: %s', async (acceptEncoding, encoding, length) => {
  const { url } = await startApi(constantCore(), { web, corsOrigins: ['https://elsewhere.example'] })
  const response = await fetch(`${url}/assets/main-1a2b.js`, {
    headers: { 'accept-encoding': acceptEncoding },
  })
  expect(await response.text()).toBe(SCRIPT)
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('content-length')).toBe(String(length))
  expect(response.headers.get('vary')).toBe('Origin, Accept-Encoding')
})

test('a file that is not there is never answered with the page', async () => {
  const { url, port } = await startApi(constantCore(), { web })
  for (const path of ['/assets/main-0000.js', '/assets/main-1a2b.js.br', '/assets/.secret.js', '/assets/']) {
    const response = await fetch(url + path, { headers: html })
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([404, 'text/plain; charset=utf-8', 'no-store'])
  }
  expect(await refusal(`${url}/.built-from`)).toMatchObject({ status: 404, code: 'route_not_found' })
  for (const path of [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%2e%2e/index.html',
    '/..%2f..%2fetc/passwd',
    '//etc/passwd',
  ])
    expect((await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n`)).status).toBe(404)
})

test('the documentation and what watches over the server keep their places', async () => {
  const pages = { '/docs': () => ({ type: 'text/html; charset=utf-8', body: '<h1>Reference</h1>' }) }
  const { url } = await startApi(constantCore(), { web, pages })
  expect(await (await fetch(`${url}/docs`, { headers: html })).text()).toBe('<h1>Reference</h1>')
  expect((await fetch(`${url}/readyz`, { headers: html })).status).toBe(200)
})

test('a folder without a page is no build', async () => {
  await expect(startApi(constantCore(), { web: join(web, 'assets') })).rejects.toThrow(
    /index\.html is missing/,
  )
})
