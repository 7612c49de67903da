import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'
import { openApiDocument } from './document.ts'

const document = JSON.stringify(
  openApiDocument({ serverUrl: 'https://run.runsheet.invalid/base', version: '2026.1.0' }),
)

/** Rules that ask for another API than the one whose clients are to work here, or repeat what stands elsewhere. */
const notOurs = {
  // The names, media types and envelopes of the public API.
  'boolean-parameter-prefixes': 'off',
  'path-segment-plural': 'off',
  'paths-kebab-case': 'off',
  'operation-4xx-problem-details-rfc7807': 'off',
  'request-mime-type': 'off',
  'response-mime-type': 'off',
  // The options of a custom field have nothing to do with the method OPTIONS.
  'no-http-verbs-in-paths': 'off',
  // Whole documents are the examples; they are sent to a server.
  'scalar-property-missing-example': 'off',
  'required-string-property-missing-min-length': 'off',
  // The order is that of the declarations, and who answers for a server is whoever runs it.
  'tags-alphabetical': 'off',
  'path-http-verbs-order': 'off',
  'info-contact': 'off',
} as const

/** Every other rule of the linter. @returns its complaints, one line each */
async function lint(text: string): Promise<string[]> {
  const config = await createConfig({ extends: ['all'], rules: notOurs })
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, message, location: [at] }) => `${ruleId} ${at?.pointer}: ${message}`)
}

test('the linter has nothing to say of the document', async () => {
  expect(await lint(document)).toEqual([])
})

test.each([
  ['operation-operationId-unique', /"operationId":"getWorkspace"/, '"operationId":"listWorkspaces"'],
  ['tag-description', /"name":"Workspaces","description"/, '"name":"Workspaces","x-said"'],
  [
    'no-unused-components',
    /"components":\{"schemas":\{/,
    '"components":{"schemas":{"Nothing":{"type":"null"},',
  ],
  ['no-invalid-media-type-examples', /"example":\{"data":\[\{/, '"example":{"data":[{"colour":"red",'],
  ['path-parameters-defined', /"\/core\/workspaces\/\{id\}"/, '"/core/workspaces/{other}"'],
  ['security-defined', /"security":\[\{"bearer":\[\]\},\{"session":\[\]\}\],/, ''],
])('it looks at %s', async (rule, part, instead) => {
  const spoilt = document.replace(part, instead)
  expect(spoilt).not.toBe(document)
  expect((await lint(spoilt)).join('\n')).toContain(rule)
})
