export type {
  CsvFault,
  Expected,
  Finding,
  HeaderFault,
  JsonFault,
  Nothing,
  NotStartable,
  RequestPart,
  RequirementNotMet,
} from './about.ts'
export {
  AppError,
  ENTRIES_AT_MOST,
  IMPORT_ENTRIES_AT_MOST,
  type Particulars,
  type Problem,
  problem,
  refuse,
  type Source,
  type Where,
} from './app-error.ts'
export type { ErrorStatus } from './catalogue/entry.ts'
export { type About, type ErrorCode, errorCatalogue, errorCodes, isErrorCode } from './catalogue.ts'
export { detailOf, type ErrorDocument, type ErrorEntry, errorDocument } from './document.ts'
export { chooseLanguage, type Language, languages } from './languages.ts'
