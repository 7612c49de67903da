import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ApiSettings, defaultApiSettings, docsPages } from '@runsheet/api'
import { CORE_VERSION } from '@runsheet/contract'
import type { SettingName, Settings } from '../settings/settings.ts'
import { urlOf } from './listen.ts'

/** The settings that a process with an api takes as flags. */
export const apiSettingNames = [
  'host',
  'port',
  'basePath',
  'publicUrl',
  'rateLimit',
  'addressLimit',
  'connections',
  'trustedProxies',
  'corsOrigins',
  'apiVersion',
  'cores',
  'coreTimeoutMs',
  'coreCalls',
] as const satisfies readonly SettingName[]

/** What the api is told of the settings. */
export function apiSettingsOf(settings: Settings): Partial<ApiSettings> {
  const {
    host,
    port,
    basePath,
    publicUrl,
    rateLimit,
    addressLimit,
    connections,
    trustedProxies,
    corsOrigins,
    apiVersion,
    cores,
    coreTimeoutMs,
    coreCalls,
  } = settings
  const serverUrl = publicUrl ?? urlOf(host, port, basePath)
  return {
    host,
    port,
    basePath,
    rateLimit,
    addressLimit,
    trustedProxies,
    corsOrigins,
    apiVersion,
    coreTimeoutMs,
    coreCallsAtMost: coreCalls,
    bounds: { ...defaultApiSettings.bounds, connections },
    ...(cores ? { cores } : {}),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...webFolder(),
    pages: docsPages({ serverUrl, version: CORE_VERSION }),
  }
}

/** The build of the web beside this program, when there is one. */
function webFolder(): Pick<ApiSettings, 'web'> {
  const web = fileURLToPath(new URL('../../../web/dist', import.meta.url))
  return existsSync(join(web, 'index.html')) ? { web } : {}
}
