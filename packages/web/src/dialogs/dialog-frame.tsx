import { Button, Modal } from '@mantine/core'
import type { ApiError } from '@runsheet/client'
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Icon, type IconName } from '../design/icons.tsx'
import { useIsPhone } from '../design/phone.ts'
import { useWords } from '../language/language.ts'
import { RefusalNote } from '../refusals/refusal-note.tsx'
import { openDialog } from './dialog-store.ts'
import classes from './dialogs.module.css'

interface DialogFrameProps {
  readonly title: string
  readonly children: ReactNode
  /** Repeats the verb of the title. */
  readonly confirm: string
  readonly confirmIcon?: IconName
  /** The way out, in words. */
  readonly keep: string
  readonly onConfirm: () => void
  readonly isBlocked?: boolean
  readonly isSending?: boolean
  /** Something cannot be got back after it. */
  readonly isDanger?: boolean
  readonly isSmall?: boolean
  readonly error?: ApiError | undefined
  /** Beside the buttons. */
  readonly foot?: ReactNode
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** How every dialog looks and comes. */
export const modalLook = {
  transitionProps: { duration: 120 },
  classNames: {
    content: classes.content ?? '',
    header: classes.header ?? '',
    title: classes.title ?? '',
    body: classes.body ?? '',
    overlay: classes.overlay ?? '',
  },
} as const

/** A dialog: the question, what will follow, the button that repeats the verb, and the way out. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, children, confirm, confirmIcon, keep, onConfirm, foot, error } = props
  const { isBlocked = false, isSending = false, isDanger = false, isSmall = false } = props
  const { app } = useWords()
  const isPhone = useIsPhone()
  const pressedAt = useRef(0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Two presses within 400 ms are one.
    if (isBlocked || isSending || event.timeStamp - pressedAt.current < 400) return
    pressedAt.current = event.timeStamp
    onConfirm()
  }
  const form = useRef<HTMLFormElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (isMac ? event.metaKey : event.ctrlKey)) {
      event.preventDefault()
      form.current?.requestSubmit()
    }
  }
  return (
    <Modal
      {...modalLook}
      opened
      onClose={() => openDialog(null)}
      size={isSmall ? 440 : 640}
      fullScreen={isPhone && !isSmall}
      title={title}
      onKeyDown={onKeyDown}
      closeButtonProps={{ 'aria-label': app.close, icon: <Icon name="close" size={15} /> }}
    >
      <form ref={form} onSubmit={submit} noValidate>
        {children}
        {error && <RefusalNote error={error} />}
        <div className={classes.foot}>
          <span className={classes.footNote}>{foot}</span>
          <Button variant="default" h={36} px={16} onClick={() => openDialog(null)}>
            {keep}
          </Button>
          <Button
            type="submit"
            h={36}
            px={16}
            fw={600}
            className={isDanger ? `${classes.confirm} ${classes.danger}` : (classes.confirm ?? '')}
            loading={isSending}
            disabled={isBlocked}
            leftSection={confirmIcon && <Icon name={confirmIcon} size={13} />}
            rightSection={<kbd className={classes.key}>{isMac ? '⌘↵' : 'Ctrl ↵'}</kbd>}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
