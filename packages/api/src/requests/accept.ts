import { refuse } from '@runsheet/contract'

export const JSON_API_TYPE = 'application/vnd.api+json'

/** RFC 9110, section 12.5.1; parameters of the type are not looked at. */
const RANGE = /^\s*([a-z0-9!#$&^_.+*-]+)\/([a-z0-9!#$&^_.+*-]+)\s*((?:;[^;]*)*)$/i
const QUALITY = /;\s*q\s*=\s*([\d.]+)/i

/** Types or ranges that a client takes, in lower case, each with its quality. */
type Ranges = ReadonlyMap<string, number>

function rangesOf(accept: string): Ranges {
  const ranges = new Map<string, number>()
  for (const text of accept.split(',')) {
    const read = RANGE.exec(text)
    if (!read?.[1] || !read[2]) continue
    const quality = Number(QUALITY.exec(read[3] ?? '')?.[1] ?? 1)
    const name = `${read[1]}/${read[2]}`.toLowerCase()
    if (!ranges.has(name)) ranges.set(name, Number.isNaN(quality) ? 0 : quality)
  }
  return ranges
}

/** How much a client wants a type, from 0 to 1: what names it most closely counts. */
function qualityOf(type: string, ranges: Ranges): number {
  const group = `${type.slice(0, type.indexOf('/'))}/*`
  return ranges.get(type) ?? ranges.get(group) ?? ranges.get('*/*') ?? 0
}

/**
 * @param types media types of which the endpoint can answer with one
 * @throws {AppError} 400 `not_acceptable` when `Accept` excludes them all; ranges that cannot be read are passed over
 */
export function checkAccept(accept: string | undefined, types: readonly string[]): void {
  if (accept === undefined || accept === '*/*' || accept === 'application/json' || accept === '') return
  const ranges = rangesOf(accept)
  if (!types.some((type) => qualityOf(type, ranges) > 0))
    throw refuse('not_acceptable', { value: accept }, { header: 'Accept' })
}

/** True for a client that takes the media type of JSON:API rather than plain JSON, which is what others get. */
export function prefersJsonApi(accept: string | undefined): boolean {
  if (accept === undefined || !/application\/vnd\.api\+json/i.test(accept)) return false
  const ranges = rangesOf(accept)
  return qualityOf(JSON_API_TYPE, ranges) > qualityOf('application/json', ranges)
}
