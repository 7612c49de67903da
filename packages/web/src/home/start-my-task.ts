import { useMutation } from '@tanstack/react-query'
import { announce } from '../actions/run-action.ts'
import { theWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { linkedId } from '../workspaces/documents.ts'
import type { MyTask } from './home-queries.ts'

/** The key of a start that may have arrived: pressed again after a lost answer, it is still done once. */
const keys = new Map<string, string>()

/** Starts a task without its runbook being open. A refusal is the error of the mutation. */
export function useStartMyTask(entry: MyTask) {
  return useMutation({
    mutationFn: async () => {
      const idempotencyKey = keys.get(entry.id) ?? crypto.randomUUID()
      keys.set(entry.id, idempotencyKey)
      const params = { runbook_id: linkedId(entry, 'runbook') ?? '', id: entry.attributes.task_id }
      await client().startTask({ params, idempotencyKey })
      keys.delete(entry.id)
    },
    onSuccess: () => announce(theWords().home.startedTask(entry.attributes.task_id, entry.attributes.name)),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['my-tasks'] }),
        queryClient.invalidateQueries({ queryKey: ['runbooks', 'live'] }),
      ]),
  })
}
