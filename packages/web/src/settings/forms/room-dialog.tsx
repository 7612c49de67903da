import { Button, Modal, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { WhoCould } from '../../access/who-could.tsx'
import { Icon } from '../../design/icons.tsx'
import { useIsPhone } from '../../design/phone.ts'
import { modalLook } from '../../dialogs/dialog-frame.tsx'
import { useWords } from '../../language/language.ts'
import look from '../../workspaces/form-dialog.module.css'
import classes from './forms.module.css'
import type { Saving } from './use-saving.ts'

interface RoomDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly isSmall?: boolean
  /** Without it the dialog is still being read. */
  readonly children?: ReactNode
}

/** A dialog of a room of the settings. */
export function RoomDialog({ title, onClose, isSmall = false, children }: RoomDialogProps) {
  const { app } = useWords()
  const isPhone = useIsPhone()
  return (
    <Modal
      {...modalLook}
      opened
      onClose={onClose}
      size={isSmall ? 440 : 640}
      fullScreen={isPhone && !isSmall}
      title={title}
      closeButtonProps={{ 'aria-label': app.close, icon: <Icon name="close" size={15} /> }}
    >
      {children ?? <Skeleton height={280} mt={12} />}
    </Modal>
  )
}

interface RoomFormProps {
  readonly saving: Saving
  /** The verb of the title, as the button says it. */
  readonly verb: string
  /** Why it cannot be sent yet. */
  readonly isBlocked?: boolean
  readonly isDanger?: boolean
  /** The `ETag` of what the form was filled from. */
  readonly etag?: string | undefined
  readonly onClose: () => void
  /** Fills the form again from what is there now. */
  readonly onReadAgain?: () => void
  readonly children?: ReactNode
}

/** The fields of a dialog, what was refused of them, and the button that sends them. */
export function RoomForm(form: RoomFormProps) {
  const { app, types } = useWords()
  const { saving, etag, onReadAgain } = form
  return (
    <form
      className={`${look.form} ${classes.form}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (form.isBlocked !== true) saving.send(etag)
      }}
    >
      {form.children}
      {saving.newer !== undefined && (
        <div className={classes.conflict} role="alert">
          <span>{types.form.conflict}</span>
          <Button size="xs" variant="default" onClick={() => saving.send(saving.newer)}>
            {types.form.keepMine}
          </Button>
          {onReadAgain && (
            <Button size="xs" variant="default" onClick={onReadAgain}>
              {types.form.takeTheirs}
            </Button>
          )}
        </div>
      )}
      {saving.refusals.length > 0 && (
        <div role="alert">
          {saving.refusals.map((text) => (
            <p key={text} className={look.refusal}>
              {text}
            </p>
          ))}
          {saving.error && <WhoCould error={saving.error} />}
        </div>
      )}
      <div className={look.buttons}>
        <Button variant="default" onClick={form.onClose}>
          {app.cancel}
        </Button>
        <Button
          type="submit"
          loading={saving.isSending}
          disabled={form.isBlocked === true}
          {...(form.isDanger === true ? { color: 'red' } : {})}
        >
          {form.verb}
        </Button>
      </div>
    </form>
  )
}
