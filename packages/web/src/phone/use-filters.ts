import { useMemo } from 'react'
import type { Filters } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'

/** The filters of the address, the same object for as long as they say the same; and what they say, as a text. */
export function useFilters(): { readonly filters: Filters; readonly key: string } {
  const key = JSON.stringify(useRunbookAddress().filters)
  return { filters: useMemo(() => JSON.parse(key) as Filters, [key]), key }
}
