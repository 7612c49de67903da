import type { ApiError, CallInput, CallName } from '@runsheet/client'
import { useState } from 'react'
import { useRoom } from './use-room.tsx'

/** Sends one change of what is beside the plan, such as people and comments; what is refused is told where it was asked for, and nowhere else. */
export function useChange() {
  const room = useRoom()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | undefined>(undefined)
  const change = async <N extends CallName>(endpoint: N, input: CallInput<N>): Promise<boolean> => {
    setSending(true)
    setRefusal(undefined)
    const outcome = await room.send(endpoint, input)
    setSending(false)
    if (outcome.kind === 'done') return true
    const told = room.state()?.refusals.find(({ error }) => error === outcome.error)
    if (told) room.closeRefusal(told)
    setRefusal(outcome.error)
    return false
  }
  return { change, isSending, refusal, forget: () => setRefusal(undefined) }
}
