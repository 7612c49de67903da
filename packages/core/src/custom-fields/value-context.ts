import type { CustomField } from '../directory/directory.ts'

/** An option that a value adds to its field. */
export interface AddedOption {
  readonly field: CustomField
  readonly name: string
}

/** What has to be known of values before they are written, and what writing them adds. */
export interface ValueContext {
  /** People whom no value may name: they are not there, or have no place in the workspace. */
  readonly strangers: ReadonlySet<number>
  /** Gets the options that values add to their fields. */
  readonly added: AddedOption[]
}

/** Of values that name nobody. */
export const plainValues = (): ValueContext => ({ strangers: new Set(), added: [] })
