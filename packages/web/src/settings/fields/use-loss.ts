import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import type { CustomField } from './field-queries.ts'

type Shape = Pick<CustomField['attributes'], 'field_type' | 'apply_to'>

/** What the server tells in `meta.values` of a change. */
interface ValueReport {
  readonly kept: number
  readonly converted: number
  readonly lost: number
  readonly examples: readonly (string | readonly string[] | null)[]
}

interface Loss {
  /** The server has not said yet. */
  readonly isAsking: boolean
  /** How many values would be lost. */
  readonly lost: number
  /** What becomes of the values, where there are any. */
  readonly sentence: string | undefined
}

/** Asks what becomes of the values of a field before its type or its use is changed. Nothing is changed by asking. */
export function useLoss(id: string | undefined, before: Shape, after: Shape): Loss {
  const { fields: words } = useWords()
  const { field_type, apply_to } = after
  const isChanged = id !== undefined && (field_type !== before.field_type || apply_to !== before.apply_to)
  const { data, isLoading } = useQuery({
    queryKey: ['fresh', 'field-loss', id, field_type, apply_to],
    enabled: isChanged,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { meta } = await client().updateCustomField({
        params: { id: id ?? '' },
        query: { dry_run: true },
        attributes: {
          ...(field_type === before.field_type ? {} : { field_type }),
          ...(apply_to === before.apply_to ? {} : { apply_to }),
        },
        meta: { accept_loss: true },
        signal,
      })
      const { values } = (meta ?? {}) as { readonly values?: ValueReport }
      return values ?? null
    },
  })
  const report = isChanged ? data : undefined
  if (!report || report.kept + report.converted + report.lost === 0)
    return { isAsking: isChanged && isLoading, lost: 0, sentence: undefined }
  const examples = report.examples.slice(0, 3).map((value) => [value].flat().join(', '))
  return {
    isAsking: false,
    lost: report.lost,
    sentence: words.becomes(report.kept, report.converted, report.lost, examples),
  }
}
