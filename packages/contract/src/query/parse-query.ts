import type { Endpoint, ParsedQuery } from '../endpoint.ts'
import { AppError, type Expected, type Problem, problem } from '../errors/index.ts'
import { isAnswered, type Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { DEFAULT_PAGE, type PageParameter, pageParameters, parsePage } from './page.ts'
import type { Parameter } from './parameter.ts'

const NO_QUERY: ParsedQuery = {
  values: {},
  include: [],
  fields: {},
  sort: [],
  page: { style: 'number', size: DEFAULT_PAGE.size, offset: 0 },
  others: [],
}

const answersResources = ({ answer }: Endpoint): boolean =>
  answer.kind === 'resource' || answer.kind === 'resources' || answer.kind === 'list'

/**
 * What `include` may name on an endpoint: the relationships of its resource; writes take none. Tasks are numbered within
 * their runbook, so a list across runbooks cannot say which task 7 it brings: it includes them only of one `runbook_id`.
 */
export function includesOf(endpoint: Endpoint): readonly string[] {
  if (endpoint.method !== 'GET' || !answersResources(endpoint)) return []
  const isOfOne = !isAcrossRunbooks(endpoint) || Object.hasOwn(endpoint.query, 'runbook_id')
  return Object.keys(endpoint.resource.relationships).filter((name) => isOfOne || !holdsTasks(endpoint, name))
}

const isAcrossRunbooks = ({ answer, path }: Endpoint): boolean =>
  answer.kind === 'list' && !path.includes('/:runbook_id')

/** True for a relationship to nothing but tasks. */
const holdsTasks = ({ resource }: Endpoint, name: string): boolean =>
  resource.relationships[name]?.types.every((type) => type === 'task') === true

/** What `fields[type]` may name: the members that answers show. */
export function fieldsOf({
  attributes,
  relationships,
}: Pick<Resource, 'attributes' | 'relationships'>): string[] {
  const answered = Object.entries(attributes).filter(([, attribute]) => isAnswered(attribute))
  return [...answered.map(([name]) => name), ...Object.keys(relationships)]
}

/** The types that the documents of an endpoint can hold; each has a `fields[type]`. */
export function fieldTypesOf(endpoint: Endpoint): readonly string[] {
  if (!answersResources(endpoint)) return []
  const { resource } = endpoint
  const included = includesOf(endpoint).flatMap((name) => resource.relationships[name]?.types ?? [])
  return [...new Set([resource.type, ...included])]
}

/**
 * Reads the query of a request as its endpoint declares it.
 *
 * `filter[x]` says the same as `x`; lists are taken by comma, by repetition and as `x[]`.
 *
 * @param entries decoded names and values, in their order
 * @throws {AppError} 400 with every problem: `unknown_parameter`, `invalid_parameter` (also for what must be there and is not), `invalid_filter_value`,
 * `invalid_sort`, `invalid_include`, `invalid_fields`, `invalid_page`
 */
export function parseQuery(endpoint: Endpoint, entries: readonly (readonly [string, string])[]): ParsedQuery {
  const list = endpoint.answer.kind === 'list' ? endpoint.answer : undefined
  if (entries.length === 0 && !Object.values(endpoint.query).some(({ required }) => required))
    return list?.page ? { ...NO_QUERY, page: { ...NO_QUERY.page, size: list.page.size } } : NO_QUERY

  const problems: Problem[] = []
  const given = new Map<string, string[]>()
  const pages = new Map<PageParameter, string>()
  const others: (readonly [string, string])[] = []
  const known = parametersOf(endpoint)

  for (const [name, value] of entries) {
    const page = pageParameters.find((candidate) => candidate === name)
    if (page && list) {
      if (pages.has(page)) problems.push(unfit(name, 'given only once'))
      pages.set(page, value)
      continue
    }
    const plain = plainName(name)
    const target =
      known.get(plain) ?? (!name.startsWith('filter[') && isShape(plain, endpoint) ? plain : undefined)
    if (target === undefined) {
      problems.push(
        problem('unknown_parameter', { parameter: name, allowed: [...known.keys()] }, { parameter: name }),
      )
      continue
    }
    others.push([name, value])
    const values = given.get(target)
    if (values) values.push(value)
    else given.set(target, [value])
  }

  const values: Record<string, unknown> = {}
  let include: readonly string[] = []
  let sort: ParsedQuery['sort'] = []
  const fields: Record<string, readonly string[]> = {}
  for (const [name, texts] of given) {
    const parameter = endpoint.query[name]
    if (parameter) {
      const read = parameter.parse(parameter.list ? commas(texts) : texts, name)
      if ('problem' in read) problems.push(read.problem)
      else values[name] = read.value
    } else if (name === 'include') {
      include = commas(texts).filter((path) => path !== '')
      const isAcross = isAcrossRunbooks(endpoint) && !given.has('runbook_id')
      const allowed = includesOf(endpoint).filter((path) => !isAcross || !holdsTasks(endpoint, path))
      for (const path of include) {
        if (!allowed.includes(path))
          problems.push(
            problem('invalid_include', { value: path, allowed }, { parameter: 'include', meta: { allowed } }),
          )
      }
    } else if (name === 'sort' && list?.sort) {
      sort = readSort(commas(texts), list.sort, list.sortAliases ?? {}, problems)
    } else {
      readFields(name, commas(texts), fieldTypesOf(endpoint), fields, problems)
    }
  }
  for (const [name, { required, list: isList }] of Object.entries<Parameter>(endpoint.query)) {
    if (required && !given.has(name)) problems.push(unfit(name, isList ? 'a list of ids' : 'not empty'))
  }
  const page = list ? parsePage(pages, list.page ?? DEFAULT_PAGE) : NO_QUERY.page
  if ('code' in page) problems.push(page)
  if (problems.length > 0 || 'code' in page) throw new AppError(problems)
  return { values, include, fields, sort, page, others }
}

const unfit = (parameter: string, expected: Expected): Problem =>
  problem('invalid_parameter', { parameter, expected }, { parameter })

/** True for a parameter that says what of its resources an answer shows, and in which order. */
function isShape(name: string, endpoint: Endpoint): boolean {
  if (name === 'sort') return endpoint.answer.kind === 'list' && endpoint.answer.sort !== undefined
  if (name === 'include') return includesOf(endpoint).length > 0
  return answersResources(endpoint) && /^fields\[\w+\]$/.test(name)
}

const known = new WeakMap<Endpoint, Map<string, string>>()

/** Every spelling of a parameter of the endpoint, with the name it stands for. */
function parametersOf(endpoint: Endpoint): Map<string, string> {
  let names = known.get(endpoint)
  if (!names) {
    names = new Map()
    for (const [name, parameter] of Object.entries<Parameter>(endpoint.query)) {
      names.set(name, name)
      for (const alias of parameter.aliases ?? []) names.set(alias, name)
    }
    known.set(endpoint, names)
  }
  return names
}

/** `filter[stage]`, `stage[]` and `filter[stage][]` are all `stage`. */
function plainName(name: string): string {
  const single = name.endsWith('[]') ? name.slice(0, -2) : name
  return /^filter\[([\w]+)\]$/.exec(single)?.[1] ?? single
}

/** The words of a list; one empty word where there is none, for the parameter to judge. */
function commas(texts: readonly string[]): string[] {
  const words = texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
  return words.length > 0 ? words : ['']
}

function readSort(
  texts: readonly string[],
  allowed: readonly string[],
  aliases: Readonly<Record<string, string>>,
  problems: Problem[],
): ParsedQuery['sort'] {
  return texts.flatMap((text) => {
    const descending = text.startsWith('-')
    const asked = descending ? text.slice(1) : text
    const field = aliases[asked] ?? asked
    if (allowed.includes(field)) return [{ field, descending }]
    problems.push(
      problem('invalid_sort', { value: asked, allowed }, { parameter: 'sort', meta: { allowed } }),
    )
    return []
  })
}

function readFields(
  name: string,
  asked: readonly string[],
  types: readonly string[],
  fields: Record<string, readonly string[]>,
  problems: Problem[],
) {
  const type = name.slice('fields['.length, -1)
  const resource = types.includes(type) ? (resources as Record<string, Resource>)[type] : undefined
  if (!resource) {
    problems.push(
      problem(
        'invalid_fields',
        { value: type, allowed: types },
        { parameter: name, meta: { allowed: types } },
      ),
    )
    return
  }
  const allowed = fieldsOf(resource)
  for (const field of asked) {
    if (field !== '' && !allowed.includes(field))
      problems.push(
        problem('invalid_fields', { value: field, allowed }, { parameter: name, meta: { allowed } }),
      )
  }
  fields[type] = asked
}
