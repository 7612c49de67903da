import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorPage } from '../../app/error-page.tsx'
import { type Fresh, freshQuery } from './fresh.ts'
import { RoomDialog } from './room-dialog.tsx'

interface EditDialogProps<T> {
  /** By which the reading is known: the kind and the id. */
  readonly of: readonly string[]
  readonly read: () => Promise<Fresh<T>>
  /** Of what was read; undefined until it was. */
  readonly title: (data: T | undefined) => string
  readonly isSmall?: boolean
  readonly onClose: () => void
  /** The form of what was read. It is filled again with each reading. */
  readonly children: (read: Fresh<T>, readAgain: () => void) => ReactNode
}

/** A dialog that changes something: what is there now is read first. */
export function EditDialog<T>({ of, read, title, isSmall, onClose, children }: EditDialogProps<T>) {
  const { data: fresh, error, refetch } = useQuery(freshQuery(of, read))
  const readAgain = () => void refetch()
  return (
    <RoomDialog title={title(fresh?.data)} isSmall={isSmall ?? false} onClose={onClose}>
      {fresh ? children(fresh, readAgain) : error && <ErrorPage error={error} reset={readAgain} />}
    </RoomDialog>
  )
}
