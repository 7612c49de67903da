import type { CoreClient } from '@runsheet/contract'
import { Counter, Gauge, type Registry } from 'prom-client'
import { coreFailures } from '../core-transport/core-health.ts'
import type { CoreState } from '../core-transport/http-core.ts'
import { isHttpCore } from '../core-transport/map-of-cores.ts'

/**
 * Tells how each Core in another process is, whenever the metrics are read.
 *
 * @param cores every Core behind the api, by its name
 */
export function measureCores(
  registry: Registry,
  cores: () => readonly (readonly [string, CoreClient])[],
): void {
  const states = () =>
    cores().flatMap(([core, client]) => (isHttpCore(client) ? [[core, client.state()] as const] : []))
  const gauge = (name: string, help: string, valueOf: (state: CoreState) => number) =>
    new Gauge({
      name: `runsheet_api_core_${name}`,
      help,
      labelNames: ['core'],
      registers: [],
      collect() {
        for (const [core, state] of states()) this.set({ core }, valueOf(state))
      },
    })
  const failures = new Counter({
    name: 'runsheet_api_core_failures_total',
    help: 'Calls without an answer of their Core: unreachable, late, or refused before they were sent',
    labelNames: ['core', 'reason'],
    registers: [],
    collect() {
      this.reset()
      for (const [core, { failures: counts }] of states())
        for (const reason of coreFailures) this.inc({ core, reason }, counts[reason])
    },
  })
  registry.registerMetric(gauge('up', 'Whether calls are sent to a Core', ({ isUp }) => Number(isUp)))
  registry.registerMetric(gauge('calls', 'Calls under way to a Core', ({ calls }) => calls))
  registry.registerMetric(failures)
}
