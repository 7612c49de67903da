import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOwner, migrate, openDatabase, startEmbeddedPostgres } from '@runsheet/core'
import { benchBulk } from './bulk.ts'
import { benchChecks } from './checks.ts'
import { TOKEN } from './load.ts'
import { benchReads } from './reads.ts'
import type { BenchRow } from './row.ts'
import { benchSchedule } from './schedule.ts'
import { benchStart } from './start.ts'
import { benchWatch } from './watch.ts'
import { benchWrites } from './writes.ts'

const parts: Readonly<Record<string, (connectionString: string) => Promise<BenchRow[]>>> = {
  reads: benchReads,
  writes: benchWrites,
  bulk: benchBulk,
  checks: benchChecks,
  schedule: benchSchedule,
  watch: benchWatch,
  start: benchStart,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown part: ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}.\n`)
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'runsheet-bench-'))
const server = await startEmbeddedPostgres({
  dataDir: join(folder, 'data'),
  log: { info: () => undefined, warn: (line) => process.stderr.write(`${line}\n`) },
})
try {
  await migrate(server.connectionString)
  const database = openDatabase(server.connectionString)
  await createOwner(database, { email: 'bench@example.com', password: 'bench', token: TOKEN })
  await database.close()
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n\n`,
  )
  process.stdout.write('| what | ours | floor | ratio | to reach |\n|---|---|---|---|---|\n')
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    for (const { name: what, ours, floor, ratio, target } of await run(server.connectionString)) {
      process.stdout.write(`| ${what} | ${ours} | ${floor} | ${ratio.toFixed(2)} | ${target} |\n`)
    }
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
