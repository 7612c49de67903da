import type { CoreClient } from '@runsheet/contract'
import type { Logger } from 'pino'
import { hostOfKey } from '../requests/core-url.ts'
import type { ApiSettings } from '../settings.ts'
import { type HttpCore, httpCore } from './http-core.ts'

/** The Cores behind an api. */
export interface CoresBehind {
  readonly core: CoreClient
  /** By host, when there is a map of Cores. */
  readonly cores: ReadonlyMap<string, CoreClient> | undefined
}

/**
 * The Cores of the map of the settings, by host; those in other processes each with connections of its own.
 *
 * @param opened gets those that have to be closed
 */
export function openCores(
  { cores = {}, coreTimeoutMs, coreCallsAtMost }: ApiSettings,
  log: Logger,
  opened: HttpCore[],
): ReadonlyMap<string, CoreClient> {
  return new Map(
    Object.entries(cores).map(([key, core]) => {
      if ('call' in core) return [hostOfKey(key), core]
      const client = httpCore({ timeoutMs: coreTimeoutMs, callsAtMost: coreCallsAtMost, ...core, log })
      opened.push(client)
      return [hostOfKey(key), client]
    }),
  )
}

/** Every Core behind an api: those of the map by the host of their `Core-Url`, and `default` for requests without one. */
export function namedCores({ core, cores }: CoresBehind): (readonly [string, CoreClient])[] {
  return [['default', core], ...(cores ?? [])]
}

/** Whether a Core is in another process, so that something can be between it and us. */
export function isHttpCore(core: CoreClient): core is HttpCore {
  return 'state' in core
}
