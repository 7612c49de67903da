import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests of the whole product take longest: begun first, none of them is what a last worker is left alone with. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isOfTheWhole = ({ moduleId }: TestSpecification) => moduleId.includes('/packages/testing/')
    return [...sorted.filter(isOfTheWhole), ...sorted.filter((file) => !isOfTheWhole(file))]
  }
}

/** One PostgreSQL cluster per test run (started when the first file asks `globalSetup` for it), one database per test file that asks for one. */
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'bench/**/*.test.ts', 'launcher/**/*.test.ts'],
    pool: 'forks',
    // A process keeps the modules that it has read and compiled for its next file: half the processor time of a file that starts a
    // server. `--isolate` gives each file a process of its own.
    isolate: false,
    setupFiles: ['packages/testing/src/worker/give-back.ts'],
    // The programs that tests start read here what the first of them has compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    // A file waits for its database, its browser or its servers for a part of its time: one worker more than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['packages/testing/src/database/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A condition is waited for as long as its test may take: a second is nothing on a machine that has much else to do.
    expect: { poll: { timeout: 25_000 } },
  },
})
