import { useRoom } from '../room/use-room.tsx'
import { uiStoreOf } from '../runbook/runbook-ui.ts'
import { useRunbookAddress } from '../runbook/search.ts'

/** Opens a task's panel, with the cursor on it. */
export function useOpenTask(): (taskId: number) => void {
  const { runbookId } = useRoom()
  const { openTask } = useRunbookAddress()
  return (taskId) => {
    uiStoreOf(runbookId).set({ cursor: taskId })
    openTask(taskId)
  }
}
