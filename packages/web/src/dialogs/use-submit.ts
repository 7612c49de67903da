import type { ApiError, CallInput, CallName } from '@runsheet/client'
import { useState } from 'react'
import type { Write } from '../room/outbox.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { openDialog } from './dialog-store.ts'

/**
 * What a dialog does with its main button. `submit` sends one change and closes the dialog when it is in; what is
 * refused stays in it. Without a line it closes at once: the change waits with the others.
 */
export function useSubmit() {
  const room = useRoom()
  const { connection } = useRoomState()
  const [error, setError] = useState<ApiError | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const submit = async <N extends CallName>(
    endpoint: N,
    input: CallInput<N>,
    about: Pick<Write, 'taskId' | 'patch'> = {},
  ): Promise<boolean> => {
    setError(undefined)
    setSending(true)
    const sent = room.send(endpoint, input, about)
    if (connection === 'broken') {
      openDialog(null)
      return false
    }
    const outcome = await sent
    setSending(false)
    if (outcome.kind === 'done') {
      openDialog(null)
      return true
    }
    // It is told here, so it need not be told again where the dialog was opened.
    const told = room.state()?.refusals.find((refusal) => refusal.error === outcome.error)
    if (told) room.closeRefusal(told)
    setError(outcome.error)
    return false
  }
  return { error, isSending, submit }
}
