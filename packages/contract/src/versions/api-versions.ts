import type { TSchema } from 'typebox'
import type { ResourceType } from '../resources.ts'
import { NumberedLinks, numberedLinks, spelledLinks, WrittenLinks } from './task-links.ts'

/** One attribute that a version tells or takes otherwise than the versions before it. */
export interface VersionChange {
  readonly resource: ResourceType
  readonly attribute: string
  /** How it is from this version on, and how it was before: a sentence each, for people. */
  readonly now: string
  readonly before: string
  /** The attribute in answers of the versions before, and in requests to them. */
  readonly schema: TSchema
  readonly write: TSchema
  /** A value as this version tells it → as the versions before told it. */
  readonly told: (value: unknown) => unknown
  /**
   * A value as the versions before take it → as this one takes it. What neither takes is left as it is, to be refused at
   * its place.
   */
  readonly taken: (value: unknown) => unknown
}

export interface ApiVersion {
  /** As `Api-Version` names it. */
  readonly date: string
  readonly changes: readonly VersionChange[]
}

/**
 * The versions of the contract, oldest first. Only what would break a client makes a new one; what is added is there in all
 * of them. Core knows the newest alone: everything older is made from it by these changes.
 */
export const apiVersions: readonly [ApiVersion, ...ApiVersion[]] = [
  { date: '2022-02-22', changes: [] },
  {
    date: '2026-06-03',
    changes: [
      {
        resource: 'task',
        attribute: 'task_links',
        now: 'The `id` of a task link is a string, as every other id, in answers and requests.',
        before: 'The `id` of a task link is a number in answers; requests may send a number or a string.',
        schema: NumberedLinks,
        write: WrittenLinks,
        told: numberedLinks,
        taken: spelledLinks,
      },
    ],
  },
]

const dates = apiVersions.map(({ date }) => date)

export const EARLIEST_API_VERSION = apiVersions[0].date
export const NEWEST_API_VERSION = dates.at(-1) ?? EARLIEST_API_VERSION

/** The version that `Api-Version` means, or undefined when the text is no date or before the first version. */
export function apiVersionFor(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined
  return dates.findLast((version) => version <= text)
}

const later = new Map<string, readonly VersionChange[]>()

/** What has changed since a version, oldest first: nothing for the newest, and for one that only a newer program knows. */
export function changesSince(version: string): readonly VersionChange[] {
  let changes = later.get(version)
  if (!changes) {
    changes = apiVersions.filter(({ date }) => date > version).flatMap((of) => of.changes)
    later.set(version, changes)
  }
  return changes
}
