import type { CoreClient } from '@runsheet/contract'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { measureCores } from './core-metrics.ts'

/** What an api counts. */
export interface Metrics {
  readonly registry: Registry
  /**
   * @param endpoint name of the endpoint, or a word for what is none
   * @param seconds undefined for what is not timed
   */
  answered(endpoint: string, status: number, seconds: number | undefined): void
  /** @param cores every Core behind the api, by its name */
  watchCores(cores: () => readonly (readonly [string, CoreClient])[]): void
  streamOpened(): void
  streamClosed(): void
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(registry: Registry = new Registry()): Metrics {
  const registers = [registry]
  const requests = new Counter({
    name: 'runsheet_api_requests_total',
    help: 'Requests answered, by endpoint and status',
    labelNames: ['endpoint', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'runsheet_api_request_duration_seconds',
    help: 'Time from the request to the end of its answer, without live streams',
    labelNames: ['endpoint'],
    buckets: BUCKETS,
    registers,
  })
  const streams = new Gauge({
    name: 'runsheet_api_live_streams',
    help: 'Live streams that are open',
    registers,
  })
  return {
    registry,
    watchCores: (cores) => measureCores(registry, cores),
    answered(endpoint, status, seconds) {
      requests.inc({ endpoint, status })
      if (seconds !== undefined) durations.observe({ endpoint }, seconds)
    },
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
  }
}
