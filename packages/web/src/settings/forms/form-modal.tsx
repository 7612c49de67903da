import type { ReactNode } from 'react'
import { RoomDialog, RoomForm } from './room-dialog.tsx'
import { useSaving } from './use-saving.ts'

interface FormModalProps {
  readonly title: string
  readonly verb: string
  readonly isBlocked?: boolean
  /** Does it; what is refused is shown in place. */
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog with fields. It stays open with the server's words when the server refuses, and closes when it is done. */
export function FormModal({ title, verb, isBlocked = false, onSubmit, onClose, children }: FormModalProps) {
  const saving = useSaving(async () => {
    await onSubmit()
    onClose()
  }, [])
  return (
    <RoomDialog title={title} onClose={onClose}>
      <RoomForm saving={saving} verb={verb} isBlocked={isBlocked} onClose={onClose}>
        {children}
      </RoomForm>
    </RoomDialog>
  )
}
