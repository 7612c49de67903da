import { Type } from 'typebox'
import { Id, oneOf } from '../schema/scalars.ts'
import { linkTypes } from '../tasks/resource.ts'

const WholeNumber = Type.Integer({ minimum: 0 })
const link_type = oneOf(...linkTypes)

/** `task_links` as they were told before 2026-06-03. */
export const NumberedLinks = Type.Array(Type.Object({ id: WholeNumber, link_type }), { maxItems: 100 })

/** `task_links` as they were taken. */
export const WrittenLinks = Type.Array(Type.Object({ id: Type.Union([WholeNumber, Id]), link_type }), {
  maxItems: 100,
})

/** `[{"id":"5",…}]` → `[{"id":5,…}]`. */
export function numberedLinks(links: unknown): unknown {
  return withIds(links, (id) =>
    typeof id === 'string' && Number.isSafeInteger(Number(id)) ? Number(id) : id,
  )
}

/** `[{"id":5,…}]` → `[{"id":"5",…}]`; what is a string already stays. */
export function spelledLinks(links: unknown): unknown {
  return withIds(links, (id) => (Number.isSafeInteger(id) && Number(id) >= 0 ? String(id) : id))
}

function withIds(links: unknown, spell: (id: unknown) => unknown): unknown {
  if (!Array.isArray(links)) return links
  return links.map((link: unknown) =>
    typeof link === 'object' && link !== null && 'id' in link ? { ...link, id: spell(link.id) } : link,
  )
}
