import type { ApiError } from '@runsheet/client'
import { WhoCould } from '../access/who-could.tsx'

/** Why the server refused, in its own words, and who could, where one may not. */
export function RefusalWords({ error }: { readonly error: ApiError }) {
  return (
    <>
      {error.message} <WhoCould error={error} />
    </>
  )
}
