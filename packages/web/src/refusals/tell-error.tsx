import { ApiError } from '@runsheet/client'
import type { ReactNode } from 'react'
import { theWords } from '../language/language.ts'
import { RefusalWords } from './refusal-words.tsx'

/** What came of something that was not done: the server's words when it refused, else that nothing was changed. */
export function tellError(error: unknown): ReactNode {
  const isRefusal = error instanceof ApiError && error.status < 500
  return isRefusal ? <RefusalWords error={error} /> : theWords().app.nothingChanged
}
