import { ApiError } from '@runsheet/client'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../room/plan.ts'
import { itemsOf, TOP } from './list-items.ts'
import { otherTask } from './refusal-task.ts'

const refusalOf = (taskId: number, code: string, message: string) => {
  const problem = { id: 'r', status: '422', code, title: 'T', detail: message }
  return { error: new ApiError(422, [problem], 'r'), taskId, endpoint: 'startTask' }
}

describe('the lines of a list', () => {
  test('are its tasks, with the rule of now where it stands', () => {
    expect(itemsOf([3, 0, 7], { refusals: [] })).toEqual([3, 'now', 7])
  })

  test('have a refusal under the task that it is about', () => {
    const refusals = [refusalOf(3, 'task_not_startable', 'Task 3 is not startable.')]
    expect(itemsOf([3, 7], { refusals })).toEqual([3, 'refusal:3', 7])
  })

  test('have typed tasks where they were typed, and the row for the next one after them', () => {
    const after = new Map<number, (number | 'entry')[]>([
      [3, [-1]],
      [-1, [-2]],
      [-2, ['entry']],
    ])
    expect(itemsOf([3, 7], { refusals: [], after })).toEqual([3, 'pending:-1', 'pending:-2', 'entry', 7])
  })

  test('have the row at the top, or last when its place is not shown', () => {
    expect(itemsOf([3], { refusals: [], after: new Map([[TOP, ['entry' as const]]]) })).toEqual(['entry', 3])
    expect(itemsOf([3], { refusals: [], after: new Map([[9, ['entry' as const]]]) })).toEqual([3, 'entry'])
  })
})

describe('a refusal leads', () => {
  const plan = {
    tasks: [
      { id: 17, stage: 'in_progress', predecessors: [] },
      { id: 22, stage: 'not_startable', predecessors: [17] },
    ],
    positions: new Map([
      [17, 0],
      [22, 1],
    ]),
  } as unknown as Plan

  test('to another task that its words name', () => {
    expect(otherTask(refusalOf(22, 'circular_dependency', 'They wait: 22 → 17 → 22.'), plan)).toBe(17)
  })

  test('to the predecessor that is still open when a task cannot start', () => {
    expect(otherTask(refusalOf(22, 'task_not_startable', 'Task 22 is not startable.'), plan)).toBe(17)
  })

  test('nowhere when there is no other task', () => {
    expect(otherTask(refusalOf(22, 'blank', 'The comment is missing.'), plan)).toBeUndefined()
  })
})
