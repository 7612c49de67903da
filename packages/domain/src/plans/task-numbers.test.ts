import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { taskNumbers } from './task-numbers.ts'

function draftWith(...labels: string[]) {
  const rows = labels.map((label, index) => ({ line: index + 2, cells: [label, 'Task'] }))
  const read = readPlan({ header: ['Task ID', 'Title'], rows }, { timezone: 'UTC' })
  if (!('draft' in read)) throw new Error('the table is a valid plan')
  return read.draft
}

test('on an empty runbook labels that are numbers become the numbers, and the others follow the greatest', () => {
  expect(taskNumbers(draftWith('20', '', '#5', ''), true, 1)).toEqual({
    numbers: [20, 21, 5, 22],
    renumbered: [],
  })
})

test('in a runbook with tasks the numbers follow on, and what changed is told', () => {
  expect(taskNumbers(draftWith('1', '8', ''), false, 8)).toEqual({
    numbers: [8, 9, 10],
    renumbered: [
      { label: '1', number: 8 },
      { label: '8', number: 9 },
    ],
  })
})

test('a number that was used before is not given again', () => {
  expect(taskNumbers(draftWith('2', '7'), true, 5).numbers).toEqual([5, 6])
  expect(taskNumbers(draftWith('6', '7'), true, 5).numbers).toEqual([6, 7])
})

test.each(['A1', '0', '1000000001'])(
  '“%s” is a label but no task number, so all tasks are numbered anew',
  (label) => {
    expect(taskNumbers(draftWith('3', label), true, 1).numbers).toEqual([1, 2])
  },
)
