/** The first lines of every generated file. */
export const HEADING =
  '// Made from the declarations of @runsheet/contract by `npm run generate`. Do not edit.\n'

/** `runbook_type` → `RunbookType`. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}

/** A doc comment of one line, or nothing. */
export function comment(text: string | undefined, indent = ''): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '*\u200B/')} */\n` : ''
}

/** Entries by name, in an order that is the same on every machine. */
export function sorted<T>(entries: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}

/** One member of an object, with its comment. */
export interface MemberText {
  readonly name: string
  readonly type: string
  readonly optional?: boolean
  readonly note?: string | undefined
}

/** The type of an object; an alias, because an interface is not taken where a map is asked for. */
export function objectText(name: string, members: readonly MemberText[], note?: string): string {
  const type =
    members.length === 0
      ? 'Readonly<Record<string, never>>'
      : `{\n${members.map((member) => memberText(member, '  ')).join('')}}`
  return `${comment(note)}export type ${name} = ${type}\n`
}

export function memberText({ name, type, optional = false, note }: MemberText, indent: string): string {
  return `${comment(note, indent)}${indent}readonly ${name}${optional ? '?' : ''}: ${type}\n`
}

/** A member as a caller gives it: what may be left out may also be undefined. */
export function given(member: MemberText): MemberText {
  return member.optional ? { ...member, type: `${member.type} | undefined` } : member
}
