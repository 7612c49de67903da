import { appendFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** That a test got an answer of this kind from an endpoint. */
export interface SeenAnswer {
  /** Name of the endpoint. */
  readonly endpoint: string
  readonly status: number
  /** Code of a refusal; null for a success. */
  readonly code: string | null
  /** The test file, from the root of the project. */
  readonly file: string
}

/** Names the folder in which a whole run of the tests notes what it saw; without it nothing is noted. */
export const ANSWERS_FOLDER = 'RUNSHEET_ANSWERS_FOLDER'

export const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url))

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
