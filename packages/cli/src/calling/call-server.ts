import { ApiError, type Client, createClient, type ErrorProblem } from '@runsheet/client'
import { CommandError, UsageError } from '../commands/command.ts'
import type { Settings } from '../settings/settings.ts'
import { complain, sayJson } from '../terminal/terminal.ts'

/** The settings of a command that calls a server. */
export const callSettingNames = ['url', 'token'] as const

/**
 * Does a command's work through the public API; a refusal is told problem by problem.
 *
 * @param json whether a refusal is told as JSON, on standard output
 * @returns 0, or 1 when the server refused
 * @throws {UsageError} without a token
 * @throws {CommandError} when the server does not answer
 */
export async function callServer(
  { url, token }: Pick<Settings, 'url' | 'token'>,
  json: boolean,
  work: (client: Client) => Promise<void>,
): Promise<number> {
  if (token === undefined) throw new UsageError('This needs a token: set RUNSHEET_TOKEN, or give --token.')
  try {
    await work(createClient({ baseUrl: url, token }))
    return 0
  } catch (error) {
    if (error instanceof ApiError) {
      tellRefusal(error, json)
      return 1
    }
    // What `fetch` throws when no answer came: a TypeError with the cause, or the end of the patience.
    const { name, cause } = error as Error
    if ((error instanceof TypeError && cause instanceof Error) || name === 'TimeoutError') {
      const why =
        cause instanceof Error
          ? ((cause as NodeJS.ErrnoException).code ?? cause.message)
          : 'no answer in time'
      throw new CommandError(
        `The server at ${url} does not answer (${why}). Is it running, and is --url right?`,
        { cause: error },
      )
    }
    throw error
  }
}

function tellRefusal(error: ApiError, json: boolean): void {
  if (json) {
    sayJson({ errors: error.problems })
    return
  }
  if (error.problems.length === 0) complain(error.message)
  for (const problem of error.problems) complain(lineOf(problem))
  const total = error.problems[0]?.meta?.['total']
  if (typeof total === 'number' && total > error.problems.length) complain(`… ${total} problems in all.`)
}

/** `line 12, column Title: …`, as far as the problem has a place. */
export function lineOf({ meta, source, detail }: ErrorProblem): string {
  const { line, column } = meta ?? {}
  const place = [
    ...(typeof line === 'number' ? [`line ${line}`] : []),
    ...(typeof column === 'string' && column !== '' ? [`column ${column}`] : []),
    ...(source && 'parameter' in source ? [`parameter ${source.parameter}`] : []),
  ]
  return place.length > 0 ? `${place.join(', ')}: ${detail}` : detail
}
