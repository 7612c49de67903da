import { appendFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { ANSWERS_FOLDER, projectFolder, type SeenAnswer } from './seen-answer.ts'

const noted = new Set<string>()

/** Notes an answer of an endpoint, once for each kind and test file, in a file of this process. */
export function recordAnswer(endpoint: string, status: number, codes: readonly string[]): void {
  const folder = process.env[ANSWERS_FOLDER]
  if (folder === undefined) return
  const file = relative(projectFolder, expect.getState().testPath ?? 'elsewhere')
  for (const code of codes.length > 0 ? codes : [null]) {
    const line = JSON.stringify({ endpoint, status, code, file } satisfies SeenAnswer)
    if (noted.has(line)) continue
    noted.add(line)
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${line}\n`)
  }
}
