import { ApiError, type ErrorProblem } from '@runsheet/client'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { queryClient } from '../server/query-client.ts'
import { type ImportKeys, newImportKeys, type Sending } from './bring-in.ts'
import type { ImportTarget } from './import-target.ts'
import { tellImported } from './imported-note.tsx'

/**
 * Writes the tasks, and goes to their list. The same rows are sent under the same keys, so that pressing again after a
 * lost answer does not bring them in twice.
 *
 * @param onRefused takes the refusals that have a row; false when none has
 */
export function useWriting(target: ImportTarget, onRefused: (problems: readonly ErrorProblem[]) => boolean) {
  const { importing } = useWords()
  const navigate = useNavigate()
  const [isWriting, setWriting] = useState(false)
  const [refusal, setRefusal] = useState<ApiError | undefined>(undefined)
  const sent = useRef<{
    readonly sending: Sending
    readonly target: ImportTarget
    readonly keys: ImportKeys
  }>(undefined)
  const write = async (sending: Sending, count: number) => {
    if (isWriting) return
    setWriting(true)
    setRefusal(undefined)
    const isSame = sent.current?.sending === sending && sent.current.target === target
    const keys = isSame && sent.current ? sent.current.keys : newImportKeys()
    sent.current = { sending, target, keys }
    try {
      const runbookId = await target.write(sending, keys)
      void queryClient.invalidateQueries({ queryKey: ['runbooks'] })
      tellImported(runbookId, count)
      await navigate({ to: '/runbooks/$runbookId/list', params: { runbookId } })
    } catch (error) {
      setWriting(false)
      if (error instanceof ApiError) {
        // A refusal is an answer: what is sent next is another request.
        sent.current = undefined
        if (!onRefused(error.problems)) setRefusal(error)
      } else
        setRefusal(
          new ApiError(
            0,
            [{ code: 'no_answer', detail: importing.foot.unanswered } as ErrorProblem],
            undefined,
          ),
        )
    }
  }
  return { write, isWriting, refusal }
}
