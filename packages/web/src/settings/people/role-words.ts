import { theWords } from '../../language/language.ts'
import type { RoleType } from './people-queries.ts'

/** What a role is called and allows in the language of the person; of one that it does not know, in the server's words. */
export function roleWords({ key, name, may }: RoleType): { readonly name: string; readonly may: string } {
  const { roles } = theWords()
  const names: Readonly<Record<string, string>> = roles.names
  const allows: Readonly<Record<string, string>> = roles.may
  return { name: names[key] ?? name, may: allows[key] ?? may }
}
