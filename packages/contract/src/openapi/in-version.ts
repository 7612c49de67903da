import { changesSince, type VersionChange } from '../versions/api-versions.ts'
import { type Json, pascal, published } from './json-schema.ts'

/**
 * The components of the resources as a version knows them.
 *
 * @param version a date
 * @param schemas those of the newest version, by name
 */
export function inVersion(version: string, schemas: Json): Json {
  return changesSince(version).toReversed().reduce(before, schemas)
}

function before(schemas: Json, { resource, attribute, schema, write }: VersionChange): Json {
  const name = pascal(resource)
  const changed = {
    ...schemas,
    [`${name}Attributes`]: withMember(schemas[`${name}Attributes`], attribute, schema),
  }
  for (const kind of [`${name}Create`, `${name}Update`]) {
    const written = schemas[kind] as Json | undefined
    const members = written?.['properties'] as Json | undefined
    if (!members?.['attributes']) continue
    const attributes = withMember(members['attributes'], attribute, write)
    Object.assign(changed, { [kind]: { ...written, properties: { ...members, attributes } } })
  }
  return changed
}

/** An object schema in which a member that it has is another; one that it has not is not added. */
function withMember(object: unknown, name: string, schema: VersionChange['schema']): Json {
  const whole = object as Json
  const members = whole['properties'] as Json
  if (!Object.hasOwn(members, name)) return whole
  return { ...whole, properties: { ...members, [name]: published(schema) } }
}
