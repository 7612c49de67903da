import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startEmbeddedPostgres } from '@runsheet/core'
import { checkRecords } from './check-records.ts'
import { freePort, Program, type Victim, victims } from './program.ts'
import { importPlan, type RunRecord, runPlan } from './run-a-plan.ts'

export interface KillReport {
  readonly rounds: number
  readonly acknowledged: number
  readonly inDoubt: number
  /** Lost, doubled or broken; empty when all is well. */
  readonly wrong: readonly string[]
}

interface Options {
  readonly tasks?: number
  readonly tell?: (line: string) => void
}

/**
 * Runs plans by several people at once and kills the program, its database, or both, in the middle; starts again, lets
 * the people go on, and holds what they know against what the database has.
 *
 * @param rounds one plan and one kill each; whom is killed goes round
 */
export async function killRounds(
  rounds: number,
  { tasks = 60, tell = () => {} }: Options = {},
): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'runsheet-kill-'))
  const dataDir = join(folder, 'data')
  const program = new Program(dataDir, await freePort())
  const records: RunRecord[] = []
  try {
    await program.run()
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[round % victims.length] as Victim
      const record = await survive(program, victim, tasks)
      records.push(record)
      const { acknowledged, inDoubt, surprises } = record
      tell(
        `round ${round + 1}: ${victim} killed, ${acknowledged.size} acknowledged, ${inDoubt.size} in doubt ${surprises.join('; ')}`,
      )
    }
    await program.stop()
    const wrong = await check(dataDir, records)
    const sum = (count: (record: RunRecord) => number) =>
      records.reduce((all, record) => all + count(record), 0)
    return {
      rounds,
      acknowledged: sum(({ acknowledged }) => acknowledged.size),
      inDoubt: sum(({ inDoubt }) => inDoubt.size),
      wrong,
    }
  } finally {
    await program.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** One plan, and one kill at a random moment of its run. */
async function survive(program: Program, victim: Victim, tasks: number): Promise<RunRecord> {
  await program.run()
  const record = await importPlan(program.url, tasks)
  const running = runPlan(program.url, record)
  await delay(20 + Math.random() * 200)
  await program.kill(victim)
  // A program whose database died too often gives up: it is then started again, as a supervisor of services would.
  const isOver = running.then(() => true)
  while (!(await Promise.race([isOver, delay(200, false)]))) await program.run()
  return record
}

async function check(dataDir: string, records: readonly RunRecord[]): Promise<string[]> {
  const server = await startEmbeddedPostgres({ dataDir, log: { info: () => {}, warn: () => {} } })
  try {
    return await checkRecords(server.connectionString, records)
  } finally {
    await server.stop()
  }
}
