import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '../coverage/seen-answer.ts'
import { FUZZ_RUNS, FUZZ_SEED } from './settings.ts'

/**
 * `npm run fuzz -- [--seed N] [--times N] [name of a test]`: the same as in `npm test`, from a seed that was never drawn from and
 * twenty times as often, unless told otherwise. A fault is told with the request; its seed belongs into `settings.ts`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    times: { type: 'string', default: '20' },
  },
})
process.stdout.write(`Seed ${values.seed}, ${values.times} times as much as npm test\n`)
const named = positionals.flatMap((name) => ['--testNamePattern', name])
const child = spawn(
  process.execPath,
  [join(projectFolder, 'node_modules', '.bin', 'vitest'), 'run', 'packages/testing/src/fuzz', ...named],
  {
    cwd: projectFolder,
    env: { ...process.env, [FUZZ_SEED]: values.seed, [FUZZ_RUNS]: values.times },
    stdio: 'inherit',
  },
)
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
