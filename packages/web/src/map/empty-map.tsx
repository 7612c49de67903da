import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { RefusalWords } from '../refusals/refusal-words.tsx'
import { addTask } from './edit-plan.ts'
import classes from './map.module.css'

/** A plan without tasks: the first one is typed here. */
export function EmptyMap({ context, canEdit }: { context: ActionContext; canEdit: boolean }) {
  const { map } = useWords()
  const [title, setTitle] = useState('')
  const { room, state, ui } = context
  const refusal = state.refusals.findLast(({ endpoint }) => endpoint === 'createTask')
  const save = async () => {
    const name = title.trim()
    if (name === '') return
    const made = await addTask(room, name, state.plan.streams[0]?.id, [], undefined)
    if (made !== undefined) ui.set({ cursor: made })
  }
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{map.empty}</p>
      <p>{canEdit ? map.emptyHint : map.emptyRead}</p>
      {canEdit && (
        <form
          className={classes.emptyForm}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <TextInput
            autoFocus
            aria-label={map.newTitle}
            placeholder={map.newTitle}
            maxLength={255}
            value={title}
            error={refusal && <RefusalWords error={refusal.error} />}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button type="submit" leftSection={<Icon name="plus" size={14} />}>
            {map.addFirst}
          </Button>
        </form>
      )}
      <Link
        to="/runbooks/$runbookId/list"
        params={{ runbookId: room.runbookId }}
        className={classes.emptyLink}
      >
        {useWords().app.views.list}
      </Link>
    </div>
  )
}
