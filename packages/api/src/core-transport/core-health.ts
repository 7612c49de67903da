/** Why a call got no answer of Core: no connection, past its deadline, or not even sent. */
export const coreFailures = ['unreachable', 'late', 'refused'] as const
export type CoreFailure = (typeof coreFailures)[number]

/** How a Core is, as its api sees it. */
export interface CoreHealth {
  /** False while calls are not worth sending. */
  readonly isUp: boolean
  /** Core answered a call, whatever it said. */
  answered(): void
  /** A call was sent and came to nothing. */
  failed(): void
  /** What asking whether it is ready gave. */
  probed(isReady: boolean): void
}

/** One call may meet a connection that breaks, or be slow by itself. */
const FAILURES_IN_A_ROW = 5
/** Not the first sign of life: a Core that comes and goes would be let in and out all the time. */
const GOOD_PROBES_IN_A_ROW = 2

/** Up at first; down after failures in a row; up again after good probes in a row, and by nothing else. */
export function createCoreHealth(onChange: (isUp: boolean) => void): CoreHealth {
  let isUp = true
  let failures = 0
  let goodProbes = 0
  const become = (up: boolean) => {
    isUp = up
    failures = 0
    goodProbes = 0
    onChange(up)
  }
  return {
    get isUp() {
      return isUp
    },
    answered() {
      failures = 0
    },
    failed() {
      failures += 1
      if (isUp && failures >= FAILURES_IN_A_ROW) become(false)
    },
    probed(isReady) {
      goodProbes = isReady ? goodProbes + 1 : 0
      if (!isUp && goodProbes >= GOOD_PROBES_IN_A_ROW) become(true)
    },
  }
}
