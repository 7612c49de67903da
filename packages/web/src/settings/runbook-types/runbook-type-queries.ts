import type { ItemOf } from '@runsheet/client'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'
import { typesQuery } from '../types/types-query.ts'

export type RunbookType = ItemOf<'listRunbookTypes'>

const KEY = 'runbook-types'

export const allRunbookTypesQuery = (archived: boolean) =>
  typesQuery<RunbookType>(KEY, archived, (query, signal) =>
    client().pages('listRunbookTypes', { query, signal }),
  )

/** After a change of a runbook type. */
export const readRunbookTypesAgain = () => queryClient.invalidateQueries({ queryKey: [KEY] })
