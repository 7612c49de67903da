import { OWNER_EMAIL, OWNER_PASSWORD, type TestServer, type Visitor, visit } from '@runsheet/testing'
import type { Browser } from 'playwright-core'

/** One measured line: a figure beside its budget. */
export interface WebRow {
  readonly name: string
  readonly figure: string
  readonly budget: string
}

export interface WebBench {
  readonly server: TestServer
  readonly browser: Browser
}

/** Opens a page of the app as the Owner. */
export function open({ server, browser }: WebBench, path: string): Promise<Visitor> {
  return visit(browser, { url: server.url, email: OWNER_EMAIL, password: OWNER_PASSWORD, path })
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}
