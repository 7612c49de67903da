import { useEffect } from 'react'
import { client } from '../server/client.ts'
import { useRoom, useRoomState } from './use-room.tsx'

/** Walking through tasks by the keys tells only where one stays. */
const SETTLED_MS = 300

/**
 * Tells the others at which task of the open runbook this person is, and that it is none any more when the component
 * goes. It is told anew when the line comes back or another tab of the browser takes it over: the server forgets with
 * the line. Nothing depends on it: failures are passed over.
 */
export function usePresence(taskId: number | undefined): void {
  const { runbookId, connectionId } = useRoom()
  const isOpen = useRoomState().connection === 'open'
  useEffect(() => {
    if (taskId === undefined || !isOpen) return
    let isTold = false
    const tell = (task_id: string | null) => {
      isTold = task_id !== null
      const input = {
        params: { runbook_id: runbookId },
        meta: { connection: connectionId, task_id },
      }
      client()
        .updatePresence(input)
        .catch(() => undefined)
    }
    const timer = setTimeout(() => tell(String(taskId)), SETTLED_MS)
    return () => {
      clearTimeout(timer)
      if (isTold) tell(null)
    }
  }, [runbookId, connectionId, isOpen, taskId])
}
