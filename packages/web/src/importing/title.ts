import type { Words } from '../language/en/index.ts'
import type { ImportState } from './import-state.ts'

/** The state of the import in a sentence. */
export function titleOf({ stage, ready, wrong }: ImportState, words: Words['importing']['title']): string {
  if (stage === 'no_titles') return words.noTitles
  if (stage === 'nothing_left') return words.nothingLeft
  if (wrong > 0) return words.needsYou(ready, wrong)
  return stage === 'dates' ? words.question(ready) : words.ready(ready)
}
