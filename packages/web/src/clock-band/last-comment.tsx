import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWords } from '../language/language.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { clockSeconds } from '../time/format.ts'
import classes from './now-panel.module.css'

/** The newest comment of the runbook: who said what, and of which task. */
export function LastComment() {
  const { clock, run } = useWords()
  const room = useRoom()
  const { plan } = useRoomState()
  const queryKey = ['last-comment', room.runbookId]
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const input = { params: { runbook_id: room.runbookId }, query: { page: { size: 1 } }, signal }
      const [comment] = (await client().listComments(input)).data
      return comment ?? null
    },
  })
  useEffect(
    () =>
      room.onEvent(({ name, things }) => {
        // What is said with an action comes with its event, and shows in the count of its task.
        if (name.startsWith('comment.') || things.some(({ changes }) => changes['comments_count']))
          void queryClient.invalidateQueries({ queryKey: ['last-comment', room.runbookId] })
      }),
    [room],
  )
  if (!data) return null
  const { content, created_at } = data.attributes
  const idOf = (name: 'author' | 'task') => {
    const ref = data.relationships?.[name]?.data as { id: string } | null | undefined
    return ref ? Number(ref.id) : undefined
  }
  const task = idOf('task')
  const text = new DOMParser().parseFromString(content, 'text/html').body.textContent ?? ''
  return (
    <div className={classes.comment}>
      {clockSeconds(Date.parse(created_at) / 1000, plan.runbook.timezone)}{' '}
      <b>{plan.people.get(idOf('author') ?? -1)?.name}</b>{' '}
      {task === undefined ? clock.now.onRunbook : clock.now.onTask(task)}{' '}
      {run.quoted(text.trim().slice(0, 160))}
    </div>
  )
}
