import { ENTRIES_AT_MOST, type Problem, type Source } from './app-error.ts'
import { type ErrorCode, errorCatalogue } from './catalogue.ts'
import { cleanAll } from './clean.ts'
import type { Language } from './languages.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { ja } from './texts/ja.ts'
import type { Texts } from './texts/texts.ts'

export interface ErrorEntry {
  /** The id of the request, the same in every entry and in the log. */
  id: string
  status: string
  code: ErrorCode
  title: string
  detail: string
  source?: Source
  meta?: Readonly<Record<string, unknown>>
}

export interface ErrorDocument {
  errors: ErrorEntry[]
}

/** Particulars that a program can use stand in `meta` as well, under the same names. */
const forPrograms: ReadonlySet<string> = new Set([
  'allowed',
  'required',
  'stage',
  'limit',
  'minimum',
  'maximum',
  'minimum_core_version',
  'core_version',
  'retry_after',
  'candidates',
  'predecessors',
  'missing',
  'finding',
  'reason',
  'line',
])

const texts: Readonly<Record<Language, Texts>> = { en, de, fr, es, ja }

/**
 * The body of a refusal or fault.
 *
 * @param problems at least one, all of one status
 * @param limit how many entries are written; when there are more, `meta.total` of the first entry counts them all
 */
export function errorDocument(
  problems: readonly Problem[],
  language: Language,
  requestId: string,
  limit: number = ENTRIES_AT_MOST,
): ErrorDocument {
  const errors = problems.slice(0, limit).map((problem) => entryOf(problem, language, requestId))
  const [first] = errors
  if (first && problems.length > limit) first.meta = { ...first.meta, total: problems.length }
  return { errors }
}

/** What a problem says to people: one or two sentences, plain text. */
export function detailOf(problem: Problem, language: Language): string {
  // The code and its particulars were paired by `problem()`; a union of codes cannot show that to the compiler.
  const detail = texts[language].details[problem.code] as (about: object) => string
  return detail(cleanAll(problem.about))
}

function entryOf(problem: Problem, language: Language, requestId: string): ErrorEntry {
  const { status } = errorCatalogue[problem.code]
  const entry: ErrorEntry = {
    id: requestId,
    status: String(status),
    code: problem.code,
    title: texts[language].titles[status],
    detail: detailOf(problem, language),
  }
  if (problem.source) entry.source = cleanSource(problem.source)
  const meta = { ...metaOf(problem), ...problem.meta }
  if (Object.keys(meta).length > 0) entry.meta = meta
  return entry
}

function metaOf(problem: Problem): Record<string, unknown> {
  const particulars = Object.entries(cleanAll(problem.about))
  return Object.fromEntries(
    particulars.filter(([name, value]) => forPrograms.has(name) && value !== undefined),
  )
}

/** A place must stay exact; only halves of characters, which JSON parsers may refuse, are replaced. */
function cleanSource(source: Source): Source {
  if ('pointer' in source) return { pointer: source.pointer.toWellFormed() }
  if ('parameter' in source) return { parameter: source.parameter.toWellFormed() }
  return { header: source.header.toWellFormed() }
}
