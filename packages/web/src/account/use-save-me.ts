import { ApiError, type CallInput } from '@runsheet/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { meQuery } from '../server/use-me.ts'

type Written = NonNullable<CallInput<'updateMe'>['attributes']>
export type MeChange = { readonly [N in keyof Written]?: Exclude<Written[N], undefined> }

const SAVED_MS = 2000

/** When each preference was saved: a change of language makes the page anew, and the word still has to be there. */
const savedAt = new Map<string, number>()

const isRecent = (name: string) => Date.now() - (savedAt.get(name) ?? 0) < SAVED_MS

/** Saves a preference at once, and says so for two seconds. @param name of the preference, one per control */
export function useSaveMe(name: string) {
  const { account } = useWords()
  const queries = useQueryClient()
  const [isSaved, setSaved] = useState(() => isRecent(name))
  const mutation = useMutation({
    mutationFn: async (attributes: MeChange) => (await client().updateMe({ attributes })).data,
    onMutate: async (attributes) => {
      await queries.cancelQueries({ queryKey: meQuery.queryKey })
      const before = queries.getQueryData(meQuery.queryKey)
      if (before) queries.setQueryData(meQuery.queryKey, { ...before, ...attributes })
      return before
    },
    onError: (_error, _attributes, before) => {
      if (before) queries.setQueryData(meQuery.queryKey, before)
    },
    onSuccess: ({ id, attributes }) => {
      queries.setQueryData(meQuery.queryKey, { ...attributes, id })
      savedAt.set(name, Date.now())
      setSaved(true)
    },
  })
  const { submittedAt, mutateAsync } = mutation
  const save = useCallback(
    (attributes: MeChange) => mutateAsync(attributes).catch(() => undefined),
    [mutateAsync],
  )
  useEffect(() => {
    if (!isSaved) return
    const timer = setTimeout(() => setSaved(false), SAVED_MS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another change is said for two seconds of its own
  }, [isSaved, submittedAt])
  const { error } = mutation
  return {
    save,
    isSaved,
    isSaving: mutation.isPending,
    refusal: error ? (error instanceof ApiError ? error.message : account.noAnswer) : undefined,
  }
}

export type Saving = ReturnType<typeof useSaveMe>
