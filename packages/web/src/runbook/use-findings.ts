import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../server/client.ts'
import type { Finding, Findings } from './findings.ts'

/** How the start would be asked for. */
export interface StartChoice {
  readonly rebaseline?: boolean
  readonly shift_fixed_times?: boolean
}

const SHOWN_AT_MOST = 1_000

/** A plan that is being typed is checked when the typing rests. */
const REST_MS = 700

/**
 * What a start would find, as the server sees it.
 *
 * @param seq sequence of the plan: the answer is asked for again when it has moved on
 */
export function useFindings(runbookId: string, seq: number, choice: StartChoice = {}, isNeeded = true) {
  const [restedSeq] = useDebouncedValue(seq, REST_MS)
  return useQuery({
    queryKey: ['findings', runbookId, restedSeq, choice],
    enabled: isNeeded,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Findings> => {
      const list = (severity: 'error' | 'warning') =>
        client().listFindings({
          params: { runbook_id: runbookId },
          query: { ...choice, severity: [severity], page: { size: SHOWN_AT_MOST } },
          signal,
        })
      const [errors, remarks] = await Promise.all([list('error'), list('warning')])
      return {
        errors: errors.data.map(read),
        errorCount: totalOf(errors),
        remarks: remarks.data.map(read),
        remarkCount: totalOf(remarks),
      }
    },
  })
}

interface WireFinding {
  readonly attributes: {
    readonly finding: string
    readonly severity: string
    readonly task_id: string | null
    readonly detail: string
  }
}

function read({ attributes }: WireFinding): Finding {
  const { finding, severity, task_id, detail } = attributes
  return { finding, isError: severity === 'error', taskId: task_id === null ? null : Number(task_id), detail }
}

function totalOf(list: { readonly data: readonly unknown[]; readonly meta?: unknown }): number {
  const { page } = (list.meta ?? {}) as { page?: { total?: number } }
  return page?.total ?? list.data.length
}
