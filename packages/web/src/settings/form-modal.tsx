import { Button, Modal } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useIsPhone } from '../design/phone.ts'
import { modalLook } from '../dialogs/dialog-frame.tsx'
import { useWords } from '../language/language.ts'
import classes from './settings.module.css'

interface FormModalProps {
  readonly title: string
  readonly verb: string
  readonly isBlocked?: boolean
  /** Does it; what is refused is shown in place. */
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
  /** In the place of the words of a refusal, for those that offer a way on. */
  readonly onRefused?: (error: ApiError) => ReactNode
}

/** A dialog with fields. It stays open with the server's words when the server refuses, and closes when it is done. */
export function FormModal({ title, verb, isBlocked = false, ...props }: FormModalProps) {
  const { app } = useWords()
  const isPhone = useIsPhone()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<ReactNode>(undefined)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending || isBlocked) return
    setSending(true)
    setRefusal(undefined)
    try {
      await props.onSubmit()
      props.onClose()
    } catch (error) {
      const isRefused = error instanceof ApiError && error.status < 500
      setRefusal(isRefused ? (props.onRefused?.(error) ?? error.message) : app.nothingChanged)
      setSending(false)
    }
  }
  return (
    <Modal
      {...modalLook}
      opened
      onClose={props.onClose}
      size={560}
      fullScreen={isPhone}
      title={title}
      closeButtonProps={{ 'aria-label': app.close, icon: <Icon name="close" size={15} /> }}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {props.children}
        {refusal !== undefined && (
          <div className={classes.refusal} role="alert">
            {refusal}
          </div>
        )}
        <div className={classes.foot}>
          <Button variant="default" h={36} onClick={props.onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" h={36} fw={600} loading={isSending} disabled={isBlocked}>
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
