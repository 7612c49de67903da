import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Endpoint } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import { errorCatalogue, errorCodes } from '../errors/index.ts'
import { isAnswered, type Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { type Format, formats } from '../schema/formats.ts'
import { openApiDocument } from './document.ts'
import { seeds } from './examples/compose.ts'

interface Content {
  schema?: object
  example?: unknown
}
interface Operation {
  operationId: string
  tags: string[]
  parameters: { name?: string; in?: string; $ref?: string; deprecated?: boolean }[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, { $ref?: string; content?: Record<string, Content>; 'x-error-codes'?: string[] }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  tags: { name: string }[]
  components: {
    schemas: Record<string, object>
    parameters: Record<string, object>
    responses: Record<string, Operation['responses'][string]>
  }
}

// A round through JSON: what is tested is what is served.
const served = JSON.parse(
  JSON.stringify(openApiDocument({ serverUrl: 'https://run.example.com/base', version: '2026.1.0' })),
) as Document
const document: Document = {
  ...served,
  paths: structuredClone(served.paths),
}
for (const methods of Object.values(document.paths))
  for (const { responses } of Object.values(methods))
    for (const [status, { $ref }] of Object.entries(responses)) {
      const shared = served.components.responses[$ref?.split('/').at(-1) ?? '']
      if (shared) responses[status] = shared
    }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
for (const [name, { test }] of Object.entries<Format>(formats)) ajv.addFormat(name, test)
for (const name of ['uri', 'uri-reference', 'date', 'html']) ajv.addFormat(name, true)
ajv.addSchema({ $id: 'doc', components: document.components })
const check = (schema: object) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"doc#/components')) as object)

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(served) as never)
    expect(result).toMatchObject({ valid: true })
  })

  test('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(served).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path)
    expect(references.length).toBeGreaterThan(100)
    const missing = references.filter(
      (path) =>
        path
          ?.split('/')
          .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], served) ===
        undefined,
    )
    expect(missing).toEqual([])
  })

  test('has one operation for each endpoint, named as the endpoint', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      Object.keys(endpoints).sort(),
    )
  })

  test.each(operations)(
    '$method $path declares the parameters of its path, and none twice',
    ({ path, operation }) => {
      const inPath = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name)
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      const all = operation.parameters.map(
        (parameter) => parameter.$ref ?? `${parameter.in} ${parameter.name}`,
      )
      expect(new Set(all).size).toBe(all.length)
    },
  )

  test('every schema is a schema, and every component is used', () => {
    // By its address in the document each is compiled once, whatever else names it.
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`doc#/components/schemas/${name}`)).toBeDefined()
    const text = JSON.stringify(served)
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !text.includes(`#/components/schemas/${name}"`),
    )
    expect(unused).toEqual([])
  })

  test('an operation gives the statuses of the error page and no others', () => {
    const statuses = new Set(operations.flatMap(({ operation }) => Object.keys(operation.responses)))
    expect([...statuses].sort().join(' ')).toBe('200 201 204 400 401 403 404 422 429 500 501 503 504')
  })

  test('every code stands under its status, and every declared code is there', () => {
    for (const { operation } of operations) {
      const shown = Object.entries(operation.responses).flatMap(([status, answer]) =>
        (answer['x-error-codes'] ?? []).map((code) => [code, Number(status)] as const),
      )
      for (const [code, status] of shown)
        expect(errorCatalogue[code as keyof typeof errorCatalogue].status).toBe(status)
      const declared = (endpoints as Record<string, Endpoint>)[operation.operationId]?.errors ?? []
      expect(shown.map(([code]) => code)).toEqual(expect.arrayContaining([...declared]))
    }
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })
})

describe('the examples', () => {
  const contents = operations.flatMap(({ operation }) => [
    ...Object.entries(operation.requestBody?.content ?? {})
      .filter(([media]) => media !== 'application/vnd.api+json')
      .map(([media, content]) => ({ name: `request of ${operation.operationId}`, media, content })),
    ...Object.entries(operation.responses).flatMap(([status, answer]) =>
      Object.entries(answer.content ?? {}).map(([media, content]) => ({
        name: `${status} of ${operation.operationId}`,
        media,
        content,
      })),
    ),
  ])

  test.each(contents.filter(({ content }) => content.example !== undefined))(
    '$name fits its schema',
    ({ content }) => {
      const valid = check(content.schema ?? {})
      expect(valid(content.example) ? [] : valid.errors).toEqual([])
    },
  )

  test('stand beside each JSON request and each JSON success', () => {
    const without = contents.filter(
      ({ name, media, content }) =>
        media === 'application/json' && content.example === undefined && name !== '200 of exportTasks',
    )
    expect(without.map(({ name }) => name)).toEqual([])
  })

  test('of a creation are answered as they were sent', () => {
    const different = operations.flatMap(({ operation }) => {
      const sent = attributesOf(operation.requestBody?.content['application/json']?.example)
      const answered = attributesOf(operation.responses['201']?.content?.['application/json']?.example)
      // Values of custom fields are written in a shorter form than they are read; secrets are not answered.
      const { resource } = (endpoints as Record<string, Endpoint>)[operation.operationId] ?? {}
      const isTold = (name: string) => isAnswered(resource?.attributes[name] ?? { access: 'write' })
      return Object.keys(sent)
        .filter(
          (name) =>
            name !== 'custom_field_values' &&
            isTold(name) &&
            JSON.stringify(answered[name]) !== JSON.stringify(sent[name]),
        )
        .map((name) => `${operation.operationId} ${name}`)
        .filter(() => Object.keys(answered).length > 0)
    })
    expect(different).toEqual([])
  })

  test('show every attribute of every resource', () => {
    const shown = Object.entries(seeds).map(([type, seed]) => [type, Object.keys(seed.attributes).sort()])
    const declared = Object.values<Resource>(resources).map(({ type, attributes }) => [
      type,
      Object.keys(attributes)
        .filter((name) => isAnswered(attributes[name] ?? { access: 'write' }))
        .sort(),
    ])
    expect(shown).toEqual(declared)
  })

  test('link a resource to itself only where an endpoint serves it', () => {
    const served = Object.values<Endpoint>(endpoints)
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '\\d+')}$`))
    const links = Object.values(seeds).flatMap(({ self }) => self ?? [])
    expect(links.filter((link) => !served.some((path) => path.test(link)))).toEqual([])
  })
})

function attributesOf(example: unknown): Record<string, unknown> {
  return (example as { data?: { attributes?: Record<string, unknown> } } | undefined)?.data?.attributes ?? {}
}

test('a closed schema refuses a member that the server would refuse', () => {
  const valid = check({ $ref: '#/components/schemas/CreateTaskRequest' })
  const data = { type: 'task', attributes: { name: 'Stop the replication' } }
  expect(valid({ data })).toBe(true)
  expect(valid({ data: { ...data, attributes: { ...data.attributes, stage: 'complete' } } })).toBe(false)
  expect(valid({ data: { type: 'task', attributes: {} } })).toBe(false)
})

describe('the patterns', () => {
  const found = new Map<string, string>()
  JSON.stringify(served, (_name, part: { format?: string; pattern?: string } | null) => {
    if (typeof part?.pattern === 'string') found.set(part.pattern, part.format ?? '')
    return part
  })

  test('are written so that readers other than ECMAScript understand them', () => {
    expect([...found.keys()].filter((pattern) => /\\[pPkNX]|\(\?</.test(pattern))).toEqual([])
  })

  test.each([
    ['line', ['Cut over', '切替', 'é–🚀'], ['a\nb', 'a\u0000b', 'a\u009fb', 'a\u2028b']],
    [
      'key',
      ['dr-programme', 'A.b_c-9', 'ключ', '東京'],
      ['', '-a', '.a', '_a', 'a b', 'a/b', 'a:b', 'a\u00a0b'],
    ],
  ])('of a %s take and refuse what the server does', (format, good, bad) => {
    const pattern = new RegExp([...found].find(([, of]) => of === format)?.[0] ?? '', 'u')
    const { test: takes } = formats[format as 'line' | 'key'] as Format
    for (const text of [...good, ...bad])
      expect([text, pattern.test(text), takes(text)]).toEqual([
        text,
        good.includes(text),
        good.includes(text),
      ])
  })
})
