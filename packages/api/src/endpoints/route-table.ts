import { type Endpoint, endpoints, type Method } from '@runsheet/contract'
import { bodyTypesOf } from '../bodies/media-type.ts'

/** An endpoint with what can be known of it before any request. */
export interface Route {
  readonly name: string
  readonly endpoint: Endpoint
  /** Media types that it can answer with. */
  readonly answerTypes: readonly string[]
  /** Media types that it reads. */
  readonly bodyTypes: readonly string[]
  /** What a request costs of the rate limit. */
  readonly cost: number
}

const jsonTypes = ['application/json', 'application/vnd.api+json']

export const routes: readonly Route[] = Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => ({
  name,
  endpoint,
  answerTypes: answerTypesOf(endpoint),
  bodyTypes: bodyTypesOf(endpoint.body),
  cost: endpoint.cost ?? 1,
}))

function answerTypesOf({ answer }: Endpoint): readonly string[] {
  if (answer.kind === 'file') return [...answer.types, ...jsonTypes]
  return answer.kind === 'stream' ? ['text/event-stream', ...jsonTypes] : jsonTypes
}

/** A path of the table with the methods that it has; HEAD goes with GET. */
export interface Path {
  readonly pattern: string
  readonly segments: readonly string[]
  readonly methods: readonly (Method | 'HEAD')[]
}

/** Every path, those with the fewest parameters first: `/tasks/import` is looked at before `/tasks/:id`. */
export const paths: readonly Path[] = Object.entries(Object.groupBy(routes, ({ endpoint }) => endpoint.path))
  .map(([pattern, of]) => ({
    pattern,
    segments: pattern.split('/'),
    methods: (of ?? []).flatMap(({ endpoint }) =>
      endpoint.method === 'GET' ? (['GET', 'HEAD'] as const) : [endpoint.method],
    ),
  }))
  .toSorted((a, b) => parameters(a) - parameters(b))

function parameters({ segments }: { segments: readonly string[] }): number {
  return segments.filter((segment) => segment.startsWith(':')).length
}

/** The methods that a path below `/core` has, told by its segments; none when the API does not have it. */
export function methodsAt(segments: readonly string[]): readonly string[] {
  return paths.find((candidate) => covers(candidate.segments, segments))?.methods ?? []
}

/**
 * Methods that the router would give to a path with parameters although a path with the same words has its own:
 * `GET /tasks/import` is no task with the id `import`.
 */
export function shadowed(): { pattern: string; methods: readonly string[] }[] {
  return paths.flatMap((path) => {
    const others = paths.filter((other) => other !== path && covers(other.segments, path.segments))
    const methods = new Set(others.flatMap((other) => other.methods)).difference(new Set(path.methods))
    return methods.size === 0 ? [] : [{ pattern: path.pattern, methods: [...methods] }]
  })
}

function covers(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((word, at) => word === segments[at] || (word.startsWith(':') && segments[at] !== ''))
  )
}
