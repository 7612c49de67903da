import { fileURLToPath } from 'node:url'

/** That a test got an answer of this kind from an endpoint. */
export interface SeenAnswer {
  /** Name of the endpoint. */
  readonly endpoint: string
  readonly status: number
  /** Code of a refusal; null for a success. */
  readonly code: string | null
  /** The test file, from the root of the project. */
  readonly file: string
}

/** Names the folder in which a whole run of the tests notes what it saw; without it nothing is noted. */
export const ANSWERS_FOLDER = 'TEST_ANSWERS_FOLDER'

export const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url))
