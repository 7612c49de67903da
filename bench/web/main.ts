import { cpus } from 'node:os'
import {
  createTestDatabase,
  openBrowser,
  startTestCluster,
  startTestServer,
  webFolder,
} from '@runsheet/testing'
import { benchBundles } from './bundles.ts'
import { benchClick } from './click.ts'
import { benchFrames } from './frames.ts'
import { benchMemory } from './memory.ts'
import type { WebBench, WebRow } from './web-bench.ts'

const parts: Readonly<Record<string, (bench: WebBench) => Promise<WebRow[]>>> = {
  bundles: benchBundles,
  frames: benchFrames,
  click: benchClick,
  memory: benchMemory,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown part: ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}.\n`)
  process.exit(2)
}

const cluster = await startTestCluster()
const database = await createTestDatabase(cluster.connectionString)
const server = await startTestServer({
  connectionString: database.connectionString,
  settings: { web: webFolder },
})
const browser = await openBrowser({ hasGraphics: true })
try {
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, Chromium ${browser.version()} without a graphics card\n\n`,
  )
  process.stdout.write('| what | figure | budget |\n|---|---|---|\n')
  for (const name of asked.length > 0 ? asked : Object.keys(parts))
    for (const row of (await parts[name]?.({ server, browser })) ?? [])
      process.stdout.write(`| ${row.name} | ${row.figure} | ${row.budget} |\n`)
} finally {
  await browser.close()
  await server.close()
  await database.drop()
  await cluster.stop()
}
