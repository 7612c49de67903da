import { isAnswered, type Resource, resources } from '@runsheet/contract'

interface Identifier {
  readonly type: string
  readonly id: string
}

interface Told extends Identifier {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<
    Record<string, { readonly data: Identifier | readonly Identifier[] | null }>
  >
}

interface Held {
  readonly data: Told | readonly Told[]
  readonly included?: readonly Told[]
}

interface Listed extends Held {
  readonly data: readonly Told[]
  readonly links: Readonly<Record<string, string | null>>
  readonly meta: { readonly page: { number: number; size: number; total: number; pages: number } }
}

/** The words of a parameter in all its repetitions, or undefined without it. */
function wordsOf({ searchParams }: URL, name: string): readonly string[] | undefined {
  const texts = [...searchParams.getAll(name), ...searchParams.getAll(`${name}[]`)]
  return texts.length === 0
    ? undefined
    : texts.flatMap((text) => text.split(',')).filter((word) => word !== '')
}

const keyOf = ({ type, id }: Identifier) => `${type} ${id}`

/**
 * What a schema cannot say of the resources of a document: that nothing is left out but by `fields`, that `included`
 * holds what was asked for, each once, that instants are of whole seconds in UTC.
 */
export function checkResources(document: Held, url: URL, isList: boolean): string[] {
  const { data, included } = document
  const primary: readonly Told[] = isList ? (data as readonly Told[]) : [data as Told]
  const include = wordsOf(url, 'include') ?? []
  const isForecast = url.searchParams.get('forecast') === 'true'
  const breaches: string[] = []

  for (const told of primary) breaches.push(...checkMembers(told, url, isForecast, include))
  for (const told of included ?? []) breaches.push(...checkMembers(told, url, false, []))

  if (include.length > 0 !== (included !== undefined))
    breaches.push(included ? 'included without include' : 'include without included')
  const linked = new Set(
    primary.flatMap(({ relationships = {} }) =>
      include.flatMap((name) => [relationships[name]?.data ?? []].flat()).map(keyOf),
    ),
  )
  const seen = new Set<string>()
  for (const told of included ?? []) {
    const key = keyOf(told)
    if (seen.has(key)) breaches.push(`${key} is included twice`)
    // A relationship that `fields` leaves out still says what is included.
    if (!linked.has(key) && !primary.some(({ type }) => wordsOf(url, `fields[${type}]`)))
      breaches.push(`${key} is included, but nothing that was asked for points at it`)
    seen.add(key)
  }
  return breaches
}

function checkMembers(told: Told, url: URL, isForecast: boolean, include: readonly string[]): string[] {
  const { type, attributes, relationships = {} } = told
  const declared = (resources as Readonly<Record<string, Resource>>)[type]
  if (!declared) return [`${type} is no resource type`]
  const wanted = wordsOf(url, `fields[${type}]`)
  const breaches: string[] = []
  const check = (name: string, isThere: boolean, isDue: boolean) => {
    const isWanted = wanted === undefined || wanted.includes(name)
    if (isThere && !isWanted) breaches.push(`${keyOf(told)} has ${name}, which fields left out`)
    if (!isThere && isWanted && isDue) breaches.push(`${keyOf(told)} lacks ${name}`)
  }
  for (const [name, attribute] of Object.entries(declared.attributes))
    check(name, Object.hasOwn(attributes, name), isAnswered(attribute) && (!attribute.optional || isForecast))
  for (const [name, { onInclude = false }] of Object.entries(declared.relationships))
    check(name, Object.hasOwn(relationships, name), !onInclude || include.includes(name))
  for (const [name, value] of Object.entries(attributes)) {
    const schema = declared.attributes[name]?.schema as { format?: string; anyOf?: { format?: string }[] }
    const isInstant = [schema, ...(schema.anyOf ?? [])].some(({ format }) => format === 'date-time')
    if (isInstant && typeof value === 'string' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
      breaches.push(`${keyOf(told)} says ${name} as ${value}`)
  }
  return breaches
}

/** The links and the page of a list: absolute, with every parameter of the request, and nothing after the last page. */
export function checkLinks({ data, links, meta: { page } }: Listed, url: URL): string[] {
  const breaches: string[] = []
  const others = [...url.searchParams].filter(([name]) => !/^(?:page|cursor)/.test(name))
  for (const [name, link] of Object.entries(links)) {
    if (link === null) continue
    if (!URL.canParse(link)) {
      breaches.push(`links.${name} is not absolute: ${link}`)
      continue
    }
    const { pathname, searchParams } = new URL(link)
    if (!pathname.endsWith(url.pathname)) breaches.push(`links.${name} leads to ${pathname}`)
    for (const [parameter, value] of others)
      if (!searchParams.getAll(parameter).includes(value)) breaches.push(`links.${name} loses ${parameter}`)
  }
  const isLast = page.number >= page.pages
  if (isLast && links['next'] !== null && !url.searchParams.has('page[offset]'))
    breaches.push('links.next after the last page')
  if (data.length > page.size) breaches.push(`${data.length} records on a page of ${page.size}`)
  if (page.total < data.length) breaches.push(`${data.length} records of ${page.total}`)
  return breaches
}
