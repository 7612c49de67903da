import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeenAnswer } from './seen-answer.ts'

/** Everything that the processes of a run noted in its folder, but for what was drawn: that differs from seed to seed. */
export function readAnswers(folder: string): SeenAnswer[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as SeenAnswer)
    .filter(({ file }) => !file.startsWith('packages/testing/src/fuzz/'))
}
