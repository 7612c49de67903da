import type { Logger } from 'pino'
import type { CoresBehind } from '../core-transport/map-of-cores.ts'
import type { Gate } from '../limits/gate.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Web } from '../pages/load-web.ts'
import type { ApiSettings } from '../settings.ts'

/** What every request of one running api shares. */
export interface Api extends CoresBehind {
  readonly settings: ApiSettings
  /** Sub-path without its last slash: empty, or such as `/runsheet`. */
  readonly base: string
  readonly gate: Gate
  readonly log: Logger
  readonly metrics: Metrics
  /** What is served to browsers, when there is a build of it. */
  readonly web: Web | undefined
  /** Ends each live stream. */
  readonly streams: Set<() => void>
  draining: boolean
}
