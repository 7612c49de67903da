import type { Nothing } from './about.ts'
import type { ErrorStatus } from './catalogue/entry.ts'
import { type About, type ErrorCode, errorCatalogue } from './catalogue.ts'

export const ENTRIES_AT_MOST = 100
export const IMPORT_ENTRIES_AT_MOST = 1000

/** The one place in the request that is wrong. */
export type Source = { pointer: string } | { parameter: string } | { header: string }

/** Where in the request a problem lies (one of the first three), and machine-readable extras such as `allowed`. */
export interface Where {
  pointer?: string
  parameter?: string
  header?: string
  meta?: Readonly<Record<string, unknown>>
}

export interface Problem<C extends ErrorCode = ErrorCode> {
  code: C
  about: About<C>
  source?: Source
  meta?: Readonly<Record<string, unknown>>
}

/** What follows the code: its particulars, which a code without particulars may leave out, and the place. */
export type Particulars<C extends ErrorCode> =
  Nothing extends About<C> ? [about?: About<C>, where?: Where] : [about: About<C>, where?: Where]

/** Builds one problem; wrong particulars do not compile. */
export function problem<C extends ErrorCode>(code: C, ...particulars: Particulars<C>): Problem<C> {
  const [about, where] = particulars
  const built: Problem<C> = { code, about: about ?? {} }
  const source = sourceOf(where)
  if (source) built.source = source
  if (where?.meta) built.meta = where.meta
  return built
}

/**
 * Thrown once with every problem found, all of one status.
 *
 * @throws {TypeError} when there is no problem, or when two problems have different statuses: a fault of the thrower
 */
export class AppError extends Error {
  readonly problems: readonly Problem[]
  readonly headers: Readonly<Record<string, string>>
  readonly status: ErrorStatus
  /** How many entries its document shows; imports allow more than the usual 100. */
  readonly limit: number

  constructor(
    problems: Problem | readonly Problem[],
    options: { cause?: unknown; headers?: Readonly<Record<string, string>>; limit?: number } = {},
  ) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem]
    const [first] = list
    if (!first) throw new TypeError('an AppError needs at least one problem')
    const { status } = errorCatalogue[first.code]
    const stranger = list.find(({ code }) => errorCatalogue[code].status !== status)
    if (stranger) throw new TypeError(`${first.code} and ${stranger.code} have different statuses`)

    super(
      [...new Set(list.map(({ code }) => code))].join(', '),
      'cause' in options ? { cause: options.cause } : undefined,
    )
    this.name = 'AppError'
    this.problems = list
    this.status = status
    this.headers = options.headers ?? {}
    this.limit = options.limit ?? ENTRIES_AT_MOST
  }
}

/** An error of one problem: `throw refuse('not_found', { type: 'task', id })`. */
export function refuse<C extends ErrorCode>(code: C, ...particulars: Particulars<C>): AppError {
  return new AppError(problem(code, ...particulars) as Problem)
}

function sourceOf(where: Where | undefined): Source | undefined {
  if (where?.pointer !== undefined) return { pointer: where.pointer }
  if (where?.parameter !== undefined) return { parameter: where.parameter }
  if (where?.header !== undefined) return { header: where.header }
  return undefined
}
