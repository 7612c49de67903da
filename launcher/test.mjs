import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare, projectDir } from './prepare.mjs'
import { main, run } from './run.mjs'

const checks = [
  { heading: 'Format and import order', program: 'biome', args: ['ci', '.'] },
  { heading: 'Lint', program: 'oxlint', args: ['--type-aware'] },
  { heading: 'Types', program: 'tsc', args: ['-p', '.'] },
  { heading: 'Types of the pure packages', program: 'tsc', args: ['-p', 'packages/domain'] },
  { heading: 'Types of the client', program: 'tsc', args: ['-p', 'packages/client'] },
  { heading: 'Types of the web', program: 'tsc', args: ['-p', 'packages/web'] },
  {
    heading: 'Types of what runs in a browser for tests',
    program: 'tsc',
    args: ['-p', 'tsconfig.browser.json'],
  },
]

/**
 * `npm test`: all checks, then all tests, then whether they saw every answer that the API declares; the first that fails is
 * the last that runs. With arguments (`npm test -- schedule`) only Vitest runs, and gets them. The last line counts tests; a
 * check that failed, or tests that could not be run, count as one failure.
 */
await main(async () => {
  const args = process.argv.slice(2)
  const node = await prepare({ development: true, web: true })
  process.chdir(projectDir)

  for (const check of args.length > 0 ? [] : checks) {
    const code = await runStep(node, check.heading, check.program, check.args)
    if (code !== 0) return conclude({ passed: 0, failed: 1 }, code)
  }

  const answers = join(projectDir, '.runtime', 'answers')
  if (args.length === 0) {
    rmSync(answers, { recursive: true, force: true })
    mkdirSync(answers, { recursive: true })
    process.env['TEST_ANSWERS_FOLDER'] = answers
  }
  let counts = { passed: 0, failed: 0 }
  const reporters = [
    '--reporter=default',
    `--reporter=${fileURLToPath(new URL('count-reporter.mjs', import.meta.url))}`,
  ]
  const code = await runStep(node, 'Tests', 'vitest', ['run', ...reporters, ...args], (message) => {
    counts = /** @type {typeof counts} */ (message)
  })
  if (code !== 0) return conclude({ ...counts, failed: Math.max(counts.failed, 1) }, code)
  if (args.length > 0) return conclude(counts, code)

  process.stdout.write('── Answers of the API\n')
  const coverage = join(projectDir, 'packages', 'testing', 'src', 'coverage', 'main.ts')
  const seen = await run(node, coverage, ['check', answers])
  return conclude(seen === 0 ? { ...counts, passed: counts.passed + 1 } : { ...counts, failed: 1 }, seen)
})

/**
 * @param {string} node
 * @param {string} heading
 * @param {string} program
 * @param {readonly string[]} args
 * @param {(message: unknown) => void} [onMessage]
 */
function runStep(node, heading, program, args, onMessage) {
  process.stdout.write(`── ${heading}\n`)
  return run(node, join(projectDir, 'node_modules', '.bin', program), args, onMessage)
}

/**
 * @param {{ passed: number, failed: number }} counts
 * @param {number} code
 */
function conclude({ passed, failed }, code) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return code
}
