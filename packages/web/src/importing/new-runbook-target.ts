import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import type { Stream } from '../room/plan.ts'
import { instantOfText } from '../time/zone.ts'
import { type RunbookDraft, runbookCall } from '../workspaces/new-runbook.ts'
import { writeNewRunbook } from './bring-in.ts'
import { taskTypesQuery, useCustomFieldNames } from './import-queries.ts'
import type { ImportTarget } from './import-target.ts'

/** A new runbook has one stream, which takes the first hue. */
const firstStreams: readonly Stream[] = [
  {
    id: 0,
    name: '',
    color: null,
    is_primary: true,
    status: 'off',
    status_message: null,
    parent_id: null,
  },
]

/** The import that makes the runbook as well. */
export function useNewRunbookTarget(draft: RunbookDraft): ImportTarget | undefined {
  const { place } = useWords().importing
  const { workspaceId, zone, start } = draft
  const { data: taskTypes } = useQuery(taskTypesQuery(workspaceId))
  const customFields = useCustomFieldNames(workspaceId)
  // Typing a name must not make the file be looked at again.
  const around = useMemo(
    () =>
      taskTypes && {
        timezone: zone,
        startScheduled: start === '' ? null : (instantOfText(start, zone) ?? null),
        streams: [],
        teams: [],
        taskTypes,
      },
    [taskTypes, zone, start],
  )
  return useMemo(() => {
    if (!around || !customFields) return undefined
    return {
      around,
      streams: firstStreams,
      customFields,
      tasksThere: 0,
      rehearse: undefined,
      missing: draft.name.trim() === '' ? place.nameNeeded : undefined,
      write: (sending, keys) => writeNewRunbook(runbookCall(draft, undefined, false), sending, keys),
    }
  }, [around, customFields, draft, place])
}
