import type { CallInput } from '@runsheet/client'
import { instantOfText } from '../time/zone.ts'

/** What somebody typed and chose for a new runbook. */
export interface RunbookDraft {
  readonly name: string
  readonly workspaceId: string | undefined
  readonly folderId: string | undefined
  /** The usual one when it was not chosen. */
  readonly typeId: string | undefined
  /** `2026-11-28T22:00` on the clocks of the zone, or empty. */
  readonly start: string
  readonly zone: string
  /** Of a copy: teams and people come along. */
  readonly withPeople: boolean
}

/**
 * The call that makes the runbook.
 *
 * @param sourceId the runbook or template of which it is a copy
 */
export function runbookCall(
  draft: RunbookDraft,
  sourceId: string | undefined,
  isTemplate: boolean,
): CallInput<'createRunbook'> {
  const start = draft.start === '' ? undefined : instantOfText(draft.start, draft.zone)
  const link = <T extends string>(type: T, id: string | undefined) =>
    id === undefined ? undefined : { type, id }
  const links = {
    workspace: link('workspace', draft.workspaceId),
    folder: link('folder', draft.folderId),
    runbook_type: sourceId === undefined ? link('runbook_type', draft.typeId) : undefined,
  }
  const { withPeople } = draft
  return {
    attributes: {
      name: draft.name.trim(),
      timezone: draft.zone,
      ...(start === undefined ? {} : { start_scheduled: new Date(start * 1000).toISOString() }),
      ...(isTemplate ? { is_template: true, template_type: 'default' as const } : {}),
    },
    relationships: Object.fromEntries(
      Object.entries(links).filter(([, to]) => to !== undefined),
    ) as CallInput<'createRunbook'>['relationships'] & object,
    ...(sourceId === undefined
      ? {}
      : {
          meta: {
            copy: { source_runbook_id: sourceId, tasks: true, teams: withPeople, users: withPeople },
          },
        }),
  }
}
