import type { VersionChange } from './api-versions.ts'

/**
 * An answer of the newest version as an older one tells it.
 *
 * @param changes since the older version, oldest first
 */
export function tellEarlier(document: unknown, changes: readonly VersionChange[]): unknown {
  return changes.toReversed().reduce((told, change) => {
    const convert = each((resource) =>
      isObject(resource) && resource['type'] === change.resource
        ? withAttribute(resource, change, change.told)
        : resource,
    )
    return withMember(withMember(told, 'data', convert), 'included', convert)
  }, document)
}

/**
 * A request to an older version as the newest takes it.
 *
 * @param type of the resource that the endpoint writes; a wrong one in the document is refused later, at its place
 * @param changes since the older version, oldest first
 */
export function takeEarlier(document: unknown, type: string, changes: readonly VersionChange[]): unknown {
  return changes
    .filter(({ resource }) => resource === type)
    .reduce(
      (taken, change) =>
        withMember(
          taken,
          'data',
          each((resource) => withAttribute(resource, change, change.taken)),
        ),
      document,
    )
}

type Convert = (value: unknown) => unknown

function withAttribute(resource: unknown, { attribute }: VersionChange, convert: Convert): unknown {
  return withMember(resource, 'attributes', (attributes) => withMember(attributes, attribute, convert))
}

/** An object with another value of a member, if it has that. */
function withMember(object: unknown, name: string, convert: Convert): unknown {
  if (!isObject(object) || !Object.hasOwn(object, name)) return object
  return { ...object, [name]: convert(object[name]) }
}

/** For one resource, or a list of them. */
function each(convert: Convert): Convert {
  return (value) => (Array.isArray(value) ? value.map((entry: unknown) => convert(entry)) : convert(value))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
