import { errorCodes, NEWEST_API_VERSION, openApiDocument } from '@runsheet/contract'
import { HEADING, objectText } from './source-text.ts'
import { memberName, type Schema, typeText } from './type-text.ts'

/** The parts of documents that belong to no resource, as the published document describes them. */
const shared = ['PageLinks', 'PageMeta', 'ListMeta', 'DocumentMeta', 'ImportMeta', 'ResourceMeta'] as const

/** `links` and `meta` of documents. */
export function writeShared(): string {
  const { components } = openApiDocument({ serverUrl: '', version: '' }) as {
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
  }
  const texts = shared.map((name) => {
    const { properties = {}, required = [], description } = components.schemas[name] ?? {}
    const members = Object.entries(properties).map(([member, schema]) => ({
      name: memberName(member),
      type: typeText(schema),
      optional: !required.includes(member),
      note: schema.description,
    }))
    return objectText(name, members, description)
  })
  return [HEADING, ...texts].join('\n')
}

/** The version of the contract that all the other files describe. */
export function writeApiVersion(): string {
  return `${HEADING}
/** The version of the contract that the types describe. */
export const API_VERSION = '${NEWEST_API_VERSION}'
`
}

/** The codes of all refusals and faults. */
export function writeErrorCodes(): string {
  const lines = [...errorCodes].sort().map((code) => `  | '${code}'\n`)
  return `${HEADING}
/** Codes of refusals and faults, as the error page of a server lists them. */
export type ErrorCode =
${lines.join('')}`
}
