import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { part } from '../app/part.tsx'
import { PartBoundary } from '../app/part-boundary.tsx'
import { useWords } from '../language/language.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { RichText } from '../rich-text/rich-text.tsx'
import classes from './description-field.module.css'
import { FieldNote, SavedMark } from './field-note.tsx'
import { isEditing } from './field-row.tsx'
import type { TaskFieldProps } from './plan-fields.tsx'
import { type FieldSpec, useField } from './use-field.ts'

/** The editor is large: it comes when somebody edits. */
const RichTextEditor = part(async () => (await import('../rich-text/rich-text-editor.tsx')).RichTextEditor)

const description: FieldSpec<string> = {
  members: ['description'],
  read: (_task, details) => details?.description ?? '',
  write: (html) => ({ attributes: { description: html === '' ? null : html } }),
}

/** What is to be done, as rich text; touched anywhere, it opens its editor. */
export function DescriptionField({
  task,
  details,
  why,
  side,
}: TaskFieldProps & { readonly side: ReactNode }) {
  const { panel } = useWords().task
  const field = useField(description, task, details)
  const reason = why('description')
  if (!details) return <Skeleton height={40} mt={8} />
  const { state } = field
  if (isEditing(field) && 'draft' in state)
    return (
      <div className={classes.editing}>
        <PartBoundary fallback={<Skeleton height={120} />}>
          <RichTextEditor
            label={panel.description}
            html={state.draft}
            onType={field.type}
            onLeave={field.commit}
            onCancel={field.cancel}
          />
        </PartBoundary>
        <FieldNote field={field} say={plainText} />
      </div>
    )
  // After saving, what the server made of it is shown: it strips what it does not allow.
  const shown = state.kind === 'sending' ? state.draft : details.description
  return (
    <div className={classes.rest}>
      {shown !== '' && <RichText html={shown} />}
      <div className={classes.foot}>
        {reason === undefined && (
          <button type="button" className={classes.edit} onClick={field.open}>
            {shown === '' ? panel.addDescription : panel.editDescription}
          </button>
        )}
        <SavedMark field={field} />
        <span className={classes.side}>{side}</span>
      </div>
    </div>
  )
}
