import { env } from 'node:process'

/** Names of what `npm run fuzz` sets; in `npm test` none of it is. */
export const FUZZ_SEED = 'RUNSHEET_FUZZ_SEED'
export const FUZZ_RUNS = 'RUNSHEET_FUZZ_RUNS'

/** Seeds of every run of the tests. One that has shown a fault stays. */
const kept = [20261122, 1]

/** The seeds to draw from. */
export const fuzzSeeds: readonly number[] = env[FUZZ_SEED] === undefined ? kept : [Number(env[FUZZ_SEED])]

/** How often something is done, where `npm test` does it so often; `npm run fuzz -- --times 20` does it 20 times as often. */
export const fuzzRuns = (usual: number): number => usual * Number(env[FUZZ_RUNS] ?? 1)

/** What a drawn test may take on a machine that has much else to do; a story that is cut off would disturb the next. */
export const FUZZ_TIMEOUT_MS = 600_000 * Number(env[FUZZ_RUNS] ?? 1)
