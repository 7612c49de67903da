import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { webFolder } from '@runsheet/testing'
import type { WebRow } from './web-bench.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

/** What a first visit loads: the page with all that it names, and the language; and what each view adds. */
export async function benchBundles(): Promise<WebRow[]> {
  const page = await readFile(join(webFolder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '')
  const assets = await readdir(join(webFolder, 'assets'))
  const language = assets.filter((name) => /^en-.*\.js$/.test(name)).map((name) => `assets/${name}`)
  const first = await sizes([...named, ...language])
  const fonts = assets.filter((name) => /^inter-latin-wght.*woff2$/.test(name))
  const font = fonts[0] === undefined ? 0 : (await stat(join(webFolder, 'assets', fonts[0]))).size
  const rows: WebRow[] = [
    { name: 'first load, scripts and styles, gzip', figure: kilobytes(first), budget: '< 300 kB' },
    { name: 'font beside it', figure: kilobytes(font), budget: '–' },
  ]
  const all = assets.filter((name) => /\.(js|css)$/.test(name) && !named.includes(`assets/${name}`))
  const views = [
    'runbook-page',
    'list-view',
    'map-view',
    'timeline-view',
    'dashboard-view',
    'history-view',
    'task-panel',
    'home-page',
    'runbooks-page',
    'import-page',
    'phone-page',
    'account-page',
  ]
  for (const view of views) {
    const own = all.filter((name) => name.startsWith(`${view}-`)).map((name) => `assets/${name}`)
    rows.push({ name: `${view}, gzip`, figure: kilobytes(await sizes(own)), budget: '–' })
  }
  return rows
}

async function sizes(paths: readonly string[]): Promise<number> {
  const each = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(join(webFolder, path)), { level: 9 }).length),
  )
  return each.reduce((sum, size) => sum + size, 0)
}
