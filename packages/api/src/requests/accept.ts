import { refuse } from '@runsheet/contract'

/** RFC 9110, section 12.5.1; parameters of the type are not looked at. */
const RANGE = /^\s*([a-z0-9!#$&^_.+*-]+)\/([a-z0-9!#$&^_.+*-]+)\s*((?:;[^;]*)*)$/i
const QUALITY = /;\s*q\s*=\s*([\d.]+)/i

/**
 * @param types media types of which the endpoint can answer with one
 * @throws {AppError} 400 `not_acceptable` when `Accept` excludes them all; ranges that cannot be read are passed over
 */
export function checkAccept(accept: string | undefined, types: readonly string[]): void {
  if (accept === undefined || accept === '*/*' || accept === 'application/json' || accept === '') return
  const ranges = accept.split(',').flatMap((text) => {
    const read = RANGE.exec(text)
    if (!read?.[1] || !read[2]) return []
    const quality = Number(QUALITY.exec(read[3] ?? '')?.[1] ?? 1)
    return [{ type: `${read[1]}/${read[2]}`.toLowerCase(), quality: Number.isNaN(quality) ? 0 : quality }]
  })
  const accepts = (type: string) => {
    const wildcard = `${type.slice(0, type.indexOf('/'))}/*`
    for (const name of [type, wildcard, '*/*']) {
      const range = ranges.find((candidate) => candidate.type === name)
      if (range) return range.quality > 0
    }
    return false
  }
  if (!types.some(accepts)) throw refuse('not_acceptable', { value: accept }, { header: 'Accept' })
}
