import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endpoints } from '@runsheet/contract'
import { coveragePage, withoutTests } from './coverage-page.ts'
import { gapsIn } from './judge-coverage.ts'
import { readAnswers } from './read-answers.ts'
import { projectFolder } from './seen-answer.ts'

const PAGE = 'docs/api-coverage.md'

/**
 * Judges what a whole run of the tests noted, or writes the page about it.
 *
 * `check FOLDER` ends with 1 when something declared was never seen, or when the page is not true; `write FOLDER` writes it.
 */
async function main([
  mode,
  folder = join(projectFolder, '.runtime', 'answers'),
]: readonly string[]): Promise<number> {
  const seen = readAnswers(folder)
  const page = coveragePage(endpoints, seen)
  if (mode !== 'check') {
    await writeFile(join(projectFolder, PAGE), page)
    process.stdout.write(`${PAGE} is written.\n`)
    return 0
  }
  const gaps = gapsIn(endpoints, seen)
  for (const { endpoint, status, code } of gaps)
    process.stdout.write(
      code === null
        ? `No test has ever seen ${endpoint} answer ${status}.\n`
        : `${endpoint} declares ${status} ${code}, and no test has ever seen it. Write one, or take the code from the declaration.\n`,
    )
  if (gaps.length > 0) return 1
  const written = await readFile(join(projectFolder, PAGE), 'utf8').catch(() => '')
  if (withoutTests(written) === withoutTests(page)) {
    process.stdout.write(`Every declared answer of ${Object.keys(endpoints).length} endpoints was seen.\n`)
    return 0
  }
  process.stdout.write(`${PAGE} does not tell what is declared. Write it with: npm run api-coverage\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
