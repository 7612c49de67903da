import { type Endpoint, includesOf, type Parameter } from '@runsheet/contract'
import type { ExampleRequest } from '../examples/send-example.ts'
import { type SpoiltRequest, withQuery } from './spoilt-request.ts'

/** The request with everything wrong in its URL and its headers, one thing at a time, that is wrong on any endpoint. */
export function spoilQuery(endpoint: Endpoint, request: ExampleRequest): SpoiltRequest[] {
  const { answer } = endpoint
  const asked = (code: SpoiltRequest['code'], name: string, value: string): SpoiltRequest => ({
    ...request,
    code,
    path: withQuery(request.path, name, value),
  })
  const headed = (code: SpoiltRequest['code'], name: string, value: string): SpoiltRequest => ({
    ...request,
    code,
    headers: { [name]: value },
  })
  return [
    {
      ...request,
      code: 'bad_request',
      path: `${request.path}${request.path.includes('?') ? '&' : '?'}x=%ff`,
    },
    asked('unknown_parameter', 'nothing', '1'),
    headed('invalid_header', 'if-match', 'nonsense'),
    headed('invalid_core_url', 'core-url', 'nonsense'),
    headed('invalid_api_version', 'api-version', 'yesterday'),
    headed('not_acceptable', 'accept', 'image/png'),
    ...Object.entries<Parameter>(endpoint.query).flatMap(([name, parameter]) =>
      wrongTexts(parameter).map(([code, value]) => asked(code, name, value)),
    ),
    ...(answer.kind === 'list'
      ? [
          asked('invalid_page', 'page[size]', '0'),
          {
            ...request,
            code: 'invalid_parameter',
            path: `${withQuery(request.path, 'page', '1')}&page=1`,
          } as const,
        ]
      : []),
    ...(answer.kind === 'list' && answer.sort ? [asked('invalid_sort', 'sort', 'nonsense')] : []),
    ...(includesOf(endpoint).length > 0 ? [asked('invalid_include', 'include', 'nonsense')] : []),
    ...(answer.kind === 'list' || answer.kind === 'resource' || answer.kind === 'resources'
      ? [asked('invalid_fields', 'fields[nonsense]', 'name')]
      : []),
  ]
}

function wrongTexts({ schema, list }: Parameter): (readonly [SpoiltRequest['code'], string])[] {
  const own = (list ? schema['items'] : schema) as { enum?: unknown; maxLength?: number }
  if (own.enum) return [['invalid_filter_value', 'nonsense']]
  // Beyond the longest URL nobody would look at the parameter.
  const length = own.maxLength !== undefined && own.maxLength < 1_000 ? own.maxLength + 1 : 1
  return [['invalid_parameter', 'x'.repeat(length)]]
}
