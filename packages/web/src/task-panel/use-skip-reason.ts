import { useComments } from '../comments/use-comments.ts'
import { plainText } from '../rich-text/plain-text.ts'
import type { Task } from '../room/plan.ts'

/** Why a task was skipped: the comment that its skipping left. */
export function useSkipReason(task: Task): string | undefined {
  const { comments } = useComments(task.id)
  if (task.completion_type !== 'complete_skipped') return undefined
  const left = comments.findLast(
    ({ at, authorId }) => at === task.end_actual && authorId === task.completed_by,
  )
  return left && plainText(left.content)
}
