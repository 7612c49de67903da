import type { ResultOf } from '@runsheet/client'

export type Workspace = ResultOf<'listWorkspaces'>['data'][number]
export type Folder = ResultOf<'listFolders'>['data'][number]
export type RunbookRow = ResultOf<'listRunbooks'>['data'][number]

interface Permitted {
  readonly meta?: unknown
}

/** Whether the document says that the caller may do something with it: `allows(runbook, 'archive', 'runbook')`. */
export function allows(resource: Permitted | undefined, type: string, on: string): boolean {
  const { permissions } = (resource?.meta ?? {}) as {
    permissions?: readonly { readonly type: string; readonly resource: string }[]
  }
  return permissions?.some((permission) => permission.type === type && permission.resource === on) ?? false
}

/** The id at the other end of a to-one relationship. */
export function linkedId(
  resource: { readonly relationships: unknown } | undefined,
  name: string,
): string | undefined {
  const links = resource?.relationships as
    | Readonly<Record<string, { readonly data?: { readonly id: string } | null } | undefined>>
    | undefined
  return links?.[name]?.data?.id
}

/** Seconds since the epoch of an instant on the wire. */
export const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)
