import { Button, Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../language/language.ts'
import { tellError } from '../refusals/tell-error.tsx'
import classes from './form-dialog.module.css'
import { openWorkspaceDialog } from './workspace-dialog-store.ts'

interface FormDialogProps {
  /** The question. */
  readonly title: string
  /** The verb of it, as the button says it. */
  readonly verb: string
  readonly isDanger?: boolean
  readonly isSmall?: boolean
  /** Why the button cannot be pressed yet. */
  readonly missing?: string | undefined
  /** Does it; what it throws as a refusal is shown in place. */
  readonly onSubmit: () => Promise<void>
  readonly children?: ReactNode
}

const close = () => openWorkspaceDialog(null)

/** A dialog with fields. It stays open with the server's words when the server refuses, and closes when it is done. */
export function FormDialog(dialog: FormDialogProps) {
  const { app, workspaces } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ReactNode>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (dialog.missing !== undefined) {
      setRefusal(dialog.missing)
      return
    }
    setBusy(true)
    setRefusal(undefined)
    try {
      await dialog.onSubmit()
      close()
    } catch (error) {
      setRefusal(tellError(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={close}
      size={dialog.isSmall ? 440 : 640}
      title={dialog.title}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': app.close }}
    >
      <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
        {dialog.children}
        {refusal !== undefined && (
          <p className={classes.refusal} role="alert">
            {refusal}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={close}>
            {workspaces.dialog.notYet}
          </Button>
          <Button type="submit" loading={isBusy} {...(dialog.isDanger ? { color: 'red' } : {})}>
            {dialog.verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
