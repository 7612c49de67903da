import type { MetaSchema } from '../endpoint.ts'
import { type Problem, problem } from '../errors/index.ts'
import { isObject, type Members } from './read-resource.ts'
import { escapePointer, validateValue } from './validate-value.ts'

/** Reads the options of a write, or of one resource of it. */
export function readMeta(
  declared: MetaSchema | undefined,
  sent: unknown,
  at: string,
  problems: Problem[],
): Members {
  const meta: Record<string, unknown> = {}
  if (sent !== undefined && sent !== null && !isObject(sent)) {
    problems.push(problem('invalid_type', { name: 'meta', expected: 'an object' }, { pointer: at }))
    return meta
  }
  const members = declared?.members ?? {}
  for (const [name, value] of Object.entries(sent ?? {})) {
    const pointer = `${at}/${escapePointer(name)}`
    const schema = Object.hasOwn(members, name) ? members[name] : undefined
    if (!schema)
      problems.push(problem('unknown_attribute', { name, allowed: Object.keys(members) }, { pointer }))
    else {
      validateValue(value, schema, name, pointer, problems)
      meta[name] = value
    }
  }
  for (const name of declared?.required ?? []) {
    if (!Object.hasOwn(meta, name))
      problems.push(problem('missing_meta', { name }, { pointer: `${at}/${name}` }))
  }
  return meta
}
