import { dateParameter, flagParameter, idParameter } from './parameter.ts'

/** Lists say what is archived only when asked; both spellings of the filter are in use by clients. */
export const archivedFilter = flagParameter('Archived resources instead of those that are not', {
  aliases: ['archive'],
})

/** The way to read an archived resource, or what lies in it. */
export const throughArchive = {
  archived: flagParameter('`true` reads it although it, or what it lies in, is archived', {
    aliases: ['archive'],
  }),
}

export const workspaceFilter = idParameter('Only of this workspace')

export const createdBetween = {
  created_after: dateParameter('Made at or after this instant'),
  created_before: dateParameter('Made before this instant'),
}
