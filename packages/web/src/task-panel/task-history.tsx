import { Button, Skeleton } from '@mantine/core'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { instantOf, type Wire } from '../room/read-documents.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import { timeWithDay } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { type HistoryEntry, historyEntry, type LoggedTaskEvent } from './history-entries.ts'
import classes from './task-history.module.css'
import panelClasses from './task-panel.module.css'

/** The audit trail has no filter by task: so much of it is read, and searched here. */
const REACH = 100

const refOf = (wire: Wire, name: string) =>
  (wire.relationships?.[name]?.data ?? null) as { type: string; id: string } | null

const taskHistoryQuery = (runbookId: string, taskId: number) =>
  queryOptions({
    queryKey: ['task-history', runbookId, taskId],
    queryFn: async ({ signal }): Promise<readonly LoggedTaskEvent[]> => {
      const { data, included } = await client().listActionLogs({
        query: { runbook_id: runbookId, include: 'author', page: { size: REACH } },
        signal,
      })
      const people = (included ?? []).filter((resource) => resource.type === 'user')
      const names = new Map(people.map(({ id, attributes }) => [id, attributes.name]))
      return data.flatMap((wire) => {
        const about = refOf(wire, 'resource')
        if (about?.type !== 'task' || Number(about.id) !== taskId) return []
        return [
          {
            id: wire.id,
            event: wire.attributes.event,
            at: instantOf(wire.attributes['created_at']) ?? 0,
            author: names.get(refOf(wire, 'author')?.id ?? '') ?? '',
            changes: wire.attributes.changes,
          },
        ]
      })
    },
  })

/** What happened to a task, newest first. */
export function TaskHistory({ taskId }: { readonly taskId: number }) {
  const room = useRoom()
  const queries = useQueryClient()
  const { plan } = useRoomState()
  const { goTo } = useActionContext()
  const words = useWords()
  const { panel } = words.task
  useEffect(
    () =>
      room.onEvent(({ things }) => {
        if (things.some(({ type, id }) => type === 'task' && Number(id) === taskId))
          void queries.invalidateQueries({ queryKey: taskHistoryQuery(room.runbookId, taskId).queryKey })
      }),
    [room, queries, taskId],
  )
  const { data, isPending, isError, refetch } = useQuery(taskHistoryQuery(room.runbookId, taskId))
  if (isPending) return <Skeleton height={36} mt={4} />
  if (isError)
    return (
      <p className={classes.none}>
        {panel.historyFails}{' '}
        <Button variant="subtle" h={24} onClick={() => void refetch()}>
          {words.app.tryAgain}
        </Button>
      </p>
    )
  return (
    <>
      {data.length === 0 && <p className={classes.none}>{panel.noHistory}</p>}
      <ol className={classes.list}>
        {data.map((event) => (
          <Entry key={event.id} entry={historyEntry(event, plan, words)} />
        ))}
      </ol>
      <p className={classes.none}>
        {data.length > 0 && `${panel.historyReach} `}
        <button type="button" className={panelClasses.fold} onClick={() => goTo('history')}>
          {panel.wholeHistory}
        </button>
      </p>
    </>
  )
}

const still = { isMilestone: false, isHeldByFixed: false, progress: 1, over: 0 }

function Entry({ entry: { at, look, sentence, changes } }: { readonly entry: HistoryEntry }) {
  const { plan } = useRoomState()
  const minute = useMinute()
  return (
    <li className={classes.entry}>
      <span className={classes.sign}>
        {look ? <StageGlyph of={{ ...still, look }} size={16} /> : <Icon name="edit" size={14} />}
      </span>
      <div className={classes.words}>
        <div className={classes.sentence}>
          {sentence}
          <time dateTime={new Date(at * 1000).toISOString()}>
            {timeWithDay(at, plan.runbook.timezone, minute)}
          </time>
        </div>
        {changes.map(({ label, before, after }) => (
          <div key={label} className={classes.change}>
            {changes.length > 1 && <span>{label}: </span>}
            <s>{before}</s> → <span className={classes.after}>{after}</span>
          </div>
        ))}
      </div>
    </li>
  )
}
