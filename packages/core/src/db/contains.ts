import { sql } from 'kysely'

/** Case-insensitive search for text in a column; nothing in the text is a pattern. */
export function contains(column: string, text: string) {
  return sql<boolean>`strpos(lower(${sql.ref(column)}), lower(${text})) > 0`
}
