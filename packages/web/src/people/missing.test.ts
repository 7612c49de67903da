import { expect, test } from 'vitest'
import { testPerson, testPlan, testTask } from '../room/test-plan.ts'
import { countMissing, tasksOf, whoIsMissing } from './missing.ts'

const user = (id: number) => ({ type: 'user', id }) as const
const team = (id: number) => ({ type: 'runbook_team', id }) as const
const tasks = [
  testTask(1, 5),
  testTask(2, 5, [], { assignees: [user(3), team(4)] }),
  testTask(3, 5, [], { assignees: [user(5)] }),
  testTask(4, 5, [], { assignees: [team(6)] }),
  testTask(5, 5, [], { stage: 'complete' }),
  testTask(6, 5, [], { auto_start: true, auto_finish: true }),
  testTask(7, 5, [], { assignees: [user(8)] }),
]
const plan = {
  ...testPlan({ tasks }),
  people: new Map([
    [3, testPerson(3, 'Priya')],
    [5, testPerson(5, 'Ines', { status: 'invited' })],
    [7, testPerson(7, 'Tom', { status: 'invited' })],
    [8, testPerson(8, 'Uwe', { status: 'archived' })],
  ]),
  teams: new Map([
    [4, { id: 4, name: 'Storage', linked: false, members: [3] }],
    [6, { id: 6, name: 'Network', linked: true, members: [] }],
  ]),
}

test('tasks that nobody will do are found: what is done, or done by the clock, misses nobody', () => {
  const { ownerless, emptyTeams, neverHere, gone } = whoIsMissing(plan)
  const ids = (found: readonly { readonly id: number }[]) => found.map(({ id }) => id)
  expect(ids(ownerless)).toEqual([1])
  expect(emptyTeams.map((one) => [one.who.name, ids(one.tasks)])).toEqual([['Network', [4]]])
  expect(neverHere.map((one) => [one.who.name, ids(one.tasks)])).toEqual([['Ines', [3]]])
  expect(gone.map((one) => [one.who.name, ids(one.tasks)])).toEqual([['Uwe', [7]]])
  expect(countMissing(whoIsMissing(plan))).toBe(4)
})

test('with a person go the tasks that nobody else has', () => {
  const lost = (id: number) => tasksOf(plan, 'user', id)
  expect([lost(3).all.length, lost(3).alone.length]).toEqual([1, 0])
  expect(lost(5).alone.map(({ id }) => id)).toEqual([3])
  expect(tasksOf(plan, 'runbook_team', 6).alone.map(({ id }) => id)).toEqual([4])
})
