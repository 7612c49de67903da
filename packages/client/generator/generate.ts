import { writeCalls } from './write-calls.ts'
import { writeEndpoints } from './write-endpoints.ts'
import { writeResources } from './write-resources.ts'
import { writeApiVersion, writeErrorCodes, writeShared } from './write-shared.ts'

/** The files of `src/generated`, as the declarations give them. */
export function generate(): Readonly<Record<string, string>> {
  return {
    'api-version.ts': writeApiVersion(),
    'calls.ts': writeCalls(),
    'endpoints.ts': writeEndpoints(),
    'error-codes.ts': writeErrorCodes(),
    'resources.ts': writeResources(),
    'shared.ts': writeShared(),
  }
}
