import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { freedBy } from '../room/freed-by.ts'
import type { Plan } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { client } from '../server/client.ts'
import { serverNow } from '../time/server-clock.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-store.ts'
import classes from './dialogs.module.css'
import { useSubmit } from './use-submit.ts'
import { writtenAsHtml } from './written.ts'

/** Skips a task: why, and what can start then. */
export function SkipTaskDialog({ dialog: { taskId } }: DialogProps<'skip_task'>) {
  const { dialogs, run, task: taskWords } = useWords()
  const words = dialogs.skip
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const [reason, setReason] = useState('')
  const { submit, isSending, error } = useSubmit()
  const used = useReasons(plan, runbookId)
  const freed = useMemo(() => freedBy(plan, taskId), [plan, taskId])
  const ids = freed.slice(0, 4).map((id) => `#${id}`)
  const listed = freed.length > 4 ? `${ids.join(', ')} ${run.andMore(freed.length - 4)}` : ids.join(', ')
  const name = plan.tasks[plan.positions.get(taskId) ?? -1]?.name ?? ''
  return (
    <DialogFrame
      title={words.title(taskId)}
      confirm={words.confirm(taskId)}
      confirmIcon="skip"
      keep={words.keep}
      isSmall
      isBlocked={reason.trim() === ''}
      isSending={isSending}
      error={error}
      onConfirm={() =>
        void submit(
          'skipTask',
          { params: { runbook_id: runbookId, id: String(taskId) }, meta: { comment: writtenAsHtml(reason) } },
          {
            taskId,
            patch: {
              stage: 'complete',
              completion_type: 'complete_skipped',
              end_actual: Math.floor(serverNow() / 1000),
            },
          },
        )
      }
    >
      <p className={classes.lead}>
        <b>{name}</b>
      </p>
      <div className={classes.fields}>
        <Textarea
          label={words.reason}
          required
          data-autofocus
          value={reason}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {used.length > 0 && (
          <div>
            <span className={classes.label}>{words.used}</span>
            <div className={classes.chips}>
              {used.map((text) => (
                <button
                  key={text}
                  type="button"
                  className={classes.chip}
                  aria-pressed={reason === text}
                  onClick={() => setReason(text)}
                >
                  {text}
                </button>
              ))}
            </div>
          </div>
        )}
        <div className={classes.quiet} title={taskWords.skip}>
          {words.frees(listed, freed.length)}
        </div>
      </div>
    </DialogFrame>
  )
}

const REASONS_SHOWN = 5

/** Why tasks of this run were skipped, the newest first, each once. */
function useReasons({ tasks }: Plan, runbookId: string): readonly string[] {
  const skipped = useMemo(
    () =>
      new Set(
        tasks
          .filter(({ completion_type }) => completion_type === 'complete_skipped')
          .map(({ id }) => String(id)),
      ),
    [tasks],
  )
  const { data = [] } = useQuery({
    queryKey: ['skip-reasons', runbookId, skipped.size],
    enabled: skipped.size > 0,
    queryFn: async ({ signal }) => {
      const query = { page: { size: 100 } }
      const { data: comments } = await client().listComments({
        params: { runbook_id: runbookId },
        query,
        signal,
      })
      const reasons = comments.flatMap(({ attributes, relationships }) => {
        const ref = relationships?.['task']?.data as { id: string } | null | undefined
        return ref && skipped.has(ref.id) ? [plainText(attributes.content).trim()] : []
      })
      return [...new Set(reasons.filter((text) => text !== '' && text.length <= 120))]
    },
  })
  return data.slice(0, REASONS_SHOWN)
}
