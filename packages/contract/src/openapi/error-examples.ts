import { type ErrorCode, type Problem, problem, type Where } from '../errors/index.ts'
import { samples } from '../errors/texts/samples.ts'

/** Codes whose place in the request is worth showing in an example. */
const places: Partial<Record<ErrorCode, Where>> = {
  unknown_parameter: { parameter: 'colour' },
  invalid_parameter: { parameter: 'created_after' },
  invalid_filter_value: { parameter: 'stage' },
  invalid_sort: { parameter: 'sort' },
  invalid_include: { parameter: 'include' },
  invalid_fields: { parameter: 'fields[task]' },
  invalid_page: { parameter: 'page[size]' },
  invalid_header: { header: 'Last-Event-ID' },
  invalid_core_url: { header: 'Core-Url' },
  invalid_api_version: { header: 'Api-Version' },
  invalid_document: { pointer: '/data' },
  read_only_attribute: { pointer: '/data/attributes/rto' },
  type_mismatch: { pointer: '/data/type' },
  id_mismatch: { pointer: '/data/id' },
  blank: { pointer: '/data/attributes/name' },
  missing_attribute: { pointer: '/data/attributes/name' },
  missing_relationship: { pointer: '/data/relationships/workspace/data' },
  missing_meta: { pointer: '/meta/comment' },
  unknown_attribute: { pointer: '/data/attributes/titel' },
  read_only: { pointer: '/data/attributes/created_at' },
  invalid_type: { pointer: '/data/attributes/name' },
  invalid_enum: { pointer: '/data/attributes/level' },
  too_long: { pointer: '/data/attributes/name' },
  out_of_range: { pointer: '/data/attributes/duration' },
  taken: { pointer: '/data/attributes/key' },
  related_not_found: { pointer: '/data/relationships/folder/data' },
  not_a_participant: { pointer: '/data/relationships/assignees/data/0' },
  circular_dependency: { pointer: '/data/relationships/predecessors/data' },
  self_dependency: { pointer: '/data/relationships/predecessors/data/0' },
}

/** One problem of each code, for pages and documents that show what an error looks like. */
export function errorExample(code: ErrorCode): Problem {
  const [about] = samples[code]
  // The code and its particulars were paired in `samples`; a union of codes cannot show that to the compiler.
  return (problem as (code: ErrorCode, about: unknown, where?: Where) => Problem)(code, about, places[code])
}
