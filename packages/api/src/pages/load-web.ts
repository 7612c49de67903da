import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Encoding } from '../answers/encoding.ts'

/** A build of the web, held in memory. */
export interface Web {
  /** Its page as text, with the sub-path in it and `%STYLE_NONCE%` where the nonce of each answer goes. */
  readonly page: string
  /** By path below the sub-path, such as `/assets/main-1a2b3c.js`. */
  readonly files: ReadonlyMap<string, WebFile>
}

export interface WebFile {
  /** Media type. */
  readonly type: string
  readonly body: Uint8Array
  /** The same, as the build has compressed it. */
  readonly encoded: { readonly [encoding in Encoding]?: Uint8Array }
}

const PAGE = '/index.html'
const BASE = '<base href="/">'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Reads a build once: afterwards no path of a request reaches the disk. Files whose name begins with a dot are left out.
 *
 * @param folder with `index.html` and what belongs to it; `<file>.br` and `<file>.gz` are the file compressed
 * @param base the sub-path without its last slash
 * @throws {Error} when there is no `index.html`, or it has no `<base href="/">` for the sub-path
 */
export async function loadWeb(folder: string, base: string): Promise<Web> {
  const bytes = await readFiles(folder)
  const files = new Map<string, WebFile>()
  for (const [path, body] of bytes) {
    if (isCompressedSibling(path, bytes)) continue
    const br = bytes.get(`${path}.br`)
    const gzip = bytes.get(`${path}.gz`)
    files.set(path, {
      type: types[extname(path)] ?? 'application/octet-stream',
      body,
      encoded: { ...(br && { br }), ...(gzip && { gzip }) },
    })
  }
  const page = Buffer.from(files.get(PAGE)?.body ?? '').toString()
  if (!page.includes(BASE)) throw new Error(`${join(folder, PAGE)} is missing, or has no ${BASE}`)
  files.delete(PAGE)
  return { page: page.replace(BASE, () => `<base href="${escaped(base)}/">`), files }
}

async function readFiles(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const bytes = new Map<string, Buffer>()
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    if (entry.isFile() && !path.includes('/.')) bytes.set(path, await readFile(file))
  }
  return bytes
}

function isCompressedSibling(path: string, bytes: ReadonlyMap<string, Buffer>): boolean {
  return /\.(?:br|gz)$/.test(path) && bytes.has(path.slice(0, -3))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
