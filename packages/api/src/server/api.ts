import type { CoreClient } from '@runsheet/contract'
import type { Logger } from 'pino'
import type { Gate } from '../limits/gate.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Web } from '../pages/load-web.ts'
import type { ApiSettings } from '../settings.ts'

/** What every request of one running api shares. */
export interface Api {
  readonly settings: ApiSettings
  /** Sub-path without its last slash: empty, or such as `/runsheet`. */
  readonly base: string
  readonly core: CoreClient
  /** By host, when there is a map of Cores. */
  readonly cores: ReadonlyMap<string, CoreClient> | undefined
  readonly gate: Gate
  readonly log: Logger
  readonly metrics: Metrics
  /** What is served to browsers, when there is a build of it. */
  readonly web: Web | undefined
  /** Ends each live stream. */
  readonly streams: Set<() => void>
  draining: boolean
}
