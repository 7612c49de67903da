/** The largest number of a task: its column has 32 bits. */
export const MAX_TASK_NUMBER = 2_147_483_647

/**
 * A well-formed id of a query or a body as a number; one that no row can have becomes -1, which names nothing.
 *
 * @param atMost the largest id of its kind
 */
export function readId(text: string, atMost: number = Number.MAX_SAFE_INTEGER): number {
  const id = Number(text)
  return id <= atMost ? id : -1
}

/** The same for a parameter that may be absent. */
export function readIdOrNone(text: string | undefined, atMost?: number): number | undefined {
  return text === undefined ? undefined : readId(text, atMost)
}
