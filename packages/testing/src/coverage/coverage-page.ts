import { type Endpoint, tagOf } from '@runsheet/contract'
import { endpointIndex, shapeOf } from './endpoint-index.ts'
import { declaredAnswers } from './judge-coverage.ts'
import type { SeenAnswer } from './seen-answer.ts'

/** Tests that try every endpoint by its declaration. */
export const generatedTests = [
  'packages/testing/src/examples/',
  'packages/testing/src/refusals/',
  'packages/testing/src/fuzz/',
  'packages/testing/src/matrix/',
] as const

const HEAD = `# What the tests show of the API

Made by \`npm run api-coverage\` from what the last whole \`npm test\` saw; not written by hand. \`npm test\` fails when
its endpoints and answers are not those that are declared, when an endpoint has never given an answer that it
declares, and when it gives one that it does not declare.

Every endpoint is tried by its declaration as well, in \`packages/testing/src\`: \`examples\` does its example of the
OpenAPI document, \`refusals\` breaks each of its general rules, \`fuzz\` sends whatever can be sent, \`matrix\` asks
for every role. Named below are
the tests that know it.
`

type Endpoints = Readonly<Record<string, Endpoint>>

/** The page as Markdown: the endpoints of the public API by their ids, then ours; each with its answers and tests. */
export function coveragePage(endpoints: Endpoints, seen: readonly SeenAnswer[]): string {
  const names = new Map(
    Object.entries(endpoints).map(([name, { method, path }]) => [shapeOf(`${method} ${path}`), name]),
  )
  const rest = new Map(Object.entries(endpoints))
  const rows = Object.entries(endpointIndex).flatMap(([id, operations]) =>
    operations.map((operation) => {
      const name = names.get(shapeOf(operation))
      const endpoint = name === undefined ? undefined : endpoints[name]
      if (name === undefined || endpoint === undefined) return `| ${id} | \`${operation}\` | not yet | | |`
      rest.delete(name)
      return row([id, `\`${operation}\``], name, endpoint, seen)
    }),
  )
  const own = [...rest].map(([name, endpoint]) =>
    row([`\`${endpoint.method} ${endpoint.path}\``], name, endpoint, seen),
  )
  return `${HEAD}
## The public API

| id | operation | endpoint | answers | tests |
|---|---|---|---|---|
${rows.join('\n')}

## Ours

| operation | endpoint | answers | tests |
|---|---|---|---|
${own.join('\n')}
`
}

/** The page but for the tests that it names: which of them met an endpoint differs where several act at once. */
export function withoutTests(page: string): string {
  return page.replaceAll(/^(\|.*\|)[^|]*\|$/gm, '$1')
}

function row(
  cells: readonly string[],
  name: string,
  endpoint: Endpoint,
  seen: readonly SeenAnswer[],
): string {
  const tests = testsOf(name, endpoint, seen).map((file) => `\`${file.replace(/^packages\//, '')}\``)
  return `| ${[...cells, `\`${name}\``, answersOf(endpoint), tests.join('<br>')].join(' | ')} |`
}

/** Its own codes by name; of those that follow from its form only the statuses. */
function answersOf(endpoint: Endpoint): string {
  const own = new Set<string>(endpoint.errors)
  const statuses = Map.groupBy(declaredAnswers(endpoint), ({ status }) => status)
  return [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, answers]) => {
      const codes = answers.flatMap(({ code }) => (code !== null && own.has(code) ? [`\`${code}\``] : []))
      return [status, ...codes].join(' ')
    })
    .join(', ')
}

/** The files that know the endpoint: those of its noun, and those that it refused something. */
function testsOf(name: string, { resource }: Endpoint, seen: readonly SeenAnswer[]): string[] {
  const folder = `/${tagOf(resource).toLowerCase().replaceAll(' ', '-')}/`
  const own = seen.filter(
    ({ endpoint, file }) => endpoint === name && !generatedTests.some((path) => file.startsWith(path)),
  )
  const knowing = own.filter(({ code, file }) => code !== null || file.includes(folder))
  return [...new Set((knowing.length > 0 ? knowing : own).map(({ file }) => file))].toSorted()
}
