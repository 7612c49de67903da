/** The columns of files of people, as an export writes them. */
export const peopleColumnTitles = {
  email: 'Email',
  role: 'Role',
  streams: 'Streams',
  team: 'Team',
} as const

export type PeopleColumn = keyof typeof peopleColumnTitles

const headings: Readonly<Record<PeopleColumn, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'useremail'],
  role: ['role', 'runbookrole'],
  streams: ['streams', 'stream'],
  team: ['team', 'teamname', 'runbookteam', 'centralteam'],
}

/** The column that a heading means, whatever its case, spaces and punctuation. */
export function peopleColumnOf(heading: string): PeopleColumn | undefined {
  const plain = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return (Object.keys(headings) as PeopleColumn[]).find((column) => headings[column].includes(plain))
}
