import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeenAnswer } from './record-answer.ts'

/** Everything that the processes of a run noted in its folder. */
export function readAnswers(folder: string): SeenAnswer[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as SeenAnswer)
}
