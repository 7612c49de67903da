import { expect, test } from 'vitest'
import page from '../../../../../docs/audit.md?raw'
import { de } from '../../language/de/index.ts'
import { en } from '../../language/en/index.ts'
import type { LogLine } from './audit-queries.ts'
import { auditKinds } from './audit-search.ts'
import { logSentence } from './log-words.ts'

type Line = Pick<LogLine, 'about' | 'author' | 'isOwn'>

const line = (event: string, rest: Partial<Line> = {}): Line => ({
  about: {
    event,
    description: `Mira Okafor did ${event}`,
    resource_name: 'noor@example.com',
    changed_tasks_count: 1,
    changes: {},
    task_changes: null,
    message: null,
    created_at: '2026-03-28T22:00:04Z',
    sequence: 1,
  },
  author: 'Mira Okafor',
  isOwn: false,
  ...rest,
})

/** The names that are documented beside those of runbooks. */
const documented = [
  ...page
    .slice(page.indexOf('## What is logged'), page.indexOf('## Anchors'))
    .matchAll(/`([a-z_]+\.[a-z_]+)`/g),
].map(([, name = '']) => name)

test('every documented event has its sentence in both languages, after who did it, and a kind by which it is found', () => {
  expect(documented.length).toBeGreaterThan(50)
  const kinds: readonly string[] = Object.values(auditKinds).flat()
  // What happened to the whole instance is of no kind.
  expect(documented.filter((name) => !kinds.includes(name))).toEqual(['instance.restored'])
  for (const name of documented) {
    for (const words of [en, de])
      for (const isOwn of [true, false]) {
        const { author, text } = logSentence(line(name, { isOwn }), words)
        expect(author).toBe('Mira Okafor')
        expect(text).not.toContain('Mira')
        expect(text).not.toContain(name)
        expect(text).toMatch(/^[a-z]/)
      }
  }
})

test('of an event without words of ours the server’s sentence stands alone, since it names who did it', () => {
  expect(logSentence(line('rota.changed'), en)).toEqual({
    author: undefined,
    text: 'Mira Okafor did rota.changed',
  })
})

test('what happens by itself names nobody, and somebody who is not known is told as somebody', () => {
  expect(logSentence(line('run.finished'), en)).toEqual({ author: undefined, text: 'The run finished' })
  expect(logSentence(line('user.created', { author: undefined }), en)).toEqual({
    author: 'Somebody',
    text: 'added noor@example.com',
  })
})

test.each([
  [
    'password_link.made',
    'made a link by which noor@example.com sets a password',
    'hat einen Link ausgestellt, mit dem noor@example.com ein Passwort setzt',
  ],
  ['session.revoked', 'ended sessions of noor@example.com', 'hat Sitzungen von noor@example.com beendet'],
  ['team.created', 'created the team noor@example.com', 'hat das Team noor@example.com angelegt'],
])('%s is said in English and in German', (name, english, german) => {
  expect(logSentence(line(name), en).text).toBe(english)
  expect(logSentence(line(name), de).text).toBe(german)
})

test('what people do to their own account is not told as of somebody else', () => {
  const said = (name: string) => logSentence(line(name, { isOwn: true }), en).text
  expect(said('session.revoked')).toBe('ended a session')
  expect(said('user.updated')).toBe('changed their account')
})
