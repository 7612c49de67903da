/**
 * The times of all tasks of a network, one entry per position. Instants are whole seconds since 1970-01-01 UTC,
 * floats whole seconds. A plan and a forecast share this shape, so lists, groups and paths take either.
 */
export interface Times {
  start: Float64Array
  end: Float64Array
  /**
   * The instant from which nothing but a person holds the task: its predecessors have ended and its fixed start is
   * reached. In a plan this is `start` itself (the same array). In a forecast `start` − `ready` is the time it has
   * waited for somebody to start it. NaN for an abandoned task.
   */
  ready: Float64Array
  latestStart: Float64Array
  latestEnd: Float64Array
  /** How much later the task could end without moving the end of the runbook. */
  totalFloat: Float64Array
  /** How much later the task could end without moving any of its successors or the end of the runbook. */
  freeFloat: Float64Array
  /** 1 = on a critical path. */
  critical: Uint8Array
}

/** Room for the times of `size` tasks, in one allocation. `ready` is its own array only where asked for. */
export function allocateTimes(size: number, ownReady: boolean): Times {
  const columns = ownReady ? 7 : 6
  const buffer = new ArrayBuffer(size * (columns * Float64Array.BYTES_PER_ELEMENT + 1))
  const column = (index: number) =>
    new Float64Array(buffer, index * size * Float64Array.BYTES_PER_ELEMENT, size)
  const start = column(0)
  return {
    start,
    end: column(1),
    latestStart: column(2),
    latestEnd: column(3),
    totalFloat: column(4),
    freeFloat: column(5),
    ready: ownReady ? column(6) : start,
    critical: new Uint8Array(buffer, columns * size * Float64Array.BYTES_PER_ELEMENT, size),
  }
}
