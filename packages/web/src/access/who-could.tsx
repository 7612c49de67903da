import type { ApiError } from '@runsheet/client'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../language/language.ts'
import classes from './access.module.css'
import { listedNames } from './listed-names.ts'
import { whoMayQuery } from './who-may-query.ts'

/** Whom to ask, after a refusal because one may not; nothing after any other. */
export function WhoCould({ error: { code, request } }: { readonly error: ApiError }) {
  const { access } = useWords()
  const asked =
    code === 'insufficient_role' && request && request.method !== 'PUT'
      ? { method: request.method, path: request.path }
      : undefined
  const { data: names = [] } = useQuery({
    ...whoMayQuery(asked ?? { permission: 'instance.read' }),
    enabled: asked !== undefined,
  })
  if (!asked || names.length === 0) return null
  return <span className={classes.could}>{access.couldDo(listedNames(names, access.or))}</span>
}
