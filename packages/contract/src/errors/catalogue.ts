import { accessErrors } from './catalogue/access-errors.ts'
import { documentErrors } from './catalogue/document-errors.ts'
import { instanceErrors, serviceErrors } from './catalogue/instance-errors.ts'
import { requestErrors } from './catalogue/request-errors.ts'
import { runbookErrors } from './catalogue/runbook-errors.ts'

/**
 * Every refusal and fault that the platform can answer with: status, particulars, cause and remedy.
 * Clients branch on the code; codes are never renamed. The sentences that callers read are in `texts/`.
 */
export const errorCatalogue = {
  ...requestErrors,
  ...accessErrors,
  ...documentErrors,
  ...runbookErrors,
  ...instanceErrors,
  ...serviceErrors,
}

export type ErrorCode = keyof typeof errorCatalogue

/** The particulars that the sentence of a code needs. */
export type About<C extends ErrorCode> = NonNullable<(typeof errorCatalogue)[C]['about']>

/** All codes, in the order of the catalogue. */
export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[]

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorCatalogue, value)
}
