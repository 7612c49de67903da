import { ApiError, type CallInput } from '@runsheet/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { type Me, meQuery } from '../server/use-me.ts'

export type MeChange = NonNullable<CallInput<'updateMe'>['attributes']>

const SAVED_MS = 2000

/** When each preference was saved: a change of language makes the page anew, and the word still has to be there. */
const savedAt = new Map<string, number>()

/** Saves a preference at once, and says so for two seconds. @param name of the preference, one per control */
export function useSaveMe(name: string) {
  const { account } = useWords()
  const queries = useQueryClient()
  const [, renew] = useReducer((count: number) => count + 1, 0)
  const mutation = useMutation({
    mutationFn: async (attributes: MeChange) => (await client().updateMe({ attributes })).data,
    onMutate: async (attributes) => {
      await queries.cancelQueries({ queryKey: meQuery.queryKey })
      const before = queries.getQueryData(meQuery.queryKey)
      if (before) queries.setQueryData(meQuery.queryKey, { ...before, ...attributes } as Me)
      return before
    },
    onError: (_error, _attributes, before) => {
      if (before) queries.setQueryData(meQuery.queryKey, before)
    },
    onSuccess: ({ id, attributes }) => {
      queries.setQueryData(meQuery.queryKey, { ...attributes, id })
      savedAt.set(name, Date.now())
    },
  })
  const left = (savedAt.get(name) ?? 0) + SAVED_MS - Date.now()
  const isSaved = left > 0
  useEffect(() => {
    if (!isSaved) return
    const timer = setTimeout(renew, left + 10)
    return () => clearTimeout(timer)
  }, [isSaved, left])
  const { error } = mutation
  return {
    save: (attributes: MeChange) => mutation.mutateAsync(attributes).catch(() => undefined),
    isSaved,
    isSaving: mutation.isPending,
    refusal: error ? (error instanceof ApiError ? error.message : account.noAnswer) : undefined,
  }
}

export type Saving = ReturnType<typeof useSaveMe>
