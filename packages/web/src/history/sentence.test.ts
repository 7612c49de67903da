import { expect, test } from 'vitest'
import page from '../../../../docs/api.md?raw'
import { de } from '../language/de/index.ts'
import { en } from '../language/en/index.ts'
import { testPlan, testTask } from '../room/test-plan.ts'
import type { Entry } from './entries.ts'
import { historyEventNames } from './kinds.ts'
import { sentenceOf, spoken } from './sentence.ts'

const plan = testPlan({ tasks: [testTask(24, 5)] })

const entry = (name: string, rest: Partial<Entry> = {}): Entry => ({
  seq: 1,
  at: 0,
  name,
  actorId: 3,
  actor: undefined,
  resource: { type: 'task', id: '24', name: 'Task 24' },
  changes: {},
  tasks: new Map(),
  message: undefined,
  tasksCount: 3,
  ...rest,
})

/** The names that the live stream is documented to tell. */
function documentedNames(): readonly string[] {
  const from = page.indexOf('The names of events:')
  return [...page.slice(from, page.indexOf('After a break', from)).matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(
    ([, name]) => name ?? '',
  )
}

test('every documented event has its sentence in both languages, and a kind by which it is filtered', () => {
  const documented = documentedNames()
  expect(documented.length).toBeGreaterThan(20)
  expect([...historyEventNames].sort()).toEqual([...documented].sort())
  for (const words of [en, de]) {
    expect(Object.keys(words.history.events).sort()).toEqual([...documented].sort())
    for (const name of documented) {
      const said = spoken(sentenceOf(entry(name), plan, words))
      expect(said.length).toBeGreaterThan(8)
      expect(said).not.toContain(name)
    }
  }
})

test.each([
  ['task.finished', 'Priya Raman finished #24 Task 24', 'Priya Raman hat #24 Task 24 beendet'],
  ['task.startable', '#24 Task 24 can start', '#24 Task 24 ist startbar'],
  ['run.finished', 'The run finished', 'Der Lauf ist beendet'],
  ['tasks.deleted', 'Priya Raman deleted 3 tasks', 'Priya Raman hat 3 Aufgaben gelöscht'],
])('%s is said in English and in German', (name, english, german) => {
  expect(spoken(sentenceOf(entry(name), plan, en))).toBe(english)
  expect(spoken(sentenceOf(entry(name), plan, de))).toBe(german)
})

test('a task that is gone is called as it was called then, a person who has left by the name of the log', () => {
  const gone = entry('task.deleted', {
    actorId: 99,
    actor: 'Ines Weber',
    resource: { type: 'task', id: '7', name: 'Old task' },
  })
  expect(spoken(sentenceOf(gone, plan, en))).toBe('Ines Weber deleted #7 Old task')
  expect(spoken(sentenceOf({ ...gone, actor: undefined }, plan, en))).toBe('Somebody deleted #7 Old task')
})

test('a comment is on the task that it names, or on the runbook', () => {
  const on = (name: string) => entry('comment.created', { resource: { type: 'comment', id: '5', name } })
  expect(spoken(sentenceOf(on('#24 Task 24'), plan, en))).toBe('Priya Raman commented on #24 Task 24')
  expect(spoken(sentenceOf(on('Failover'), plan, en))).toBe('Priya Raman commented on the runbook')
  expect(spoken(sentenceOf(on('#24 Task 24'), plan, en, true))).toBe('Priya Raman commented on #24')
})

test('an event that is not known yet is told by its name', () => {
  expect(spoken(sentenceOf(entry('task.split'), plan, en))).toBe('Priya Raman did task.split')
})
