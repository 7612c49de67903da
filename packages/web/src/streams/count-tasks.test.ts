import { expect, test } from 'vitest'
import { countsOf } from './count-tasks.ts'

test('a stream counts its own tasks and those of its sub-streams, an empty one none', () => {
  const streams = [
    { id: 1, parent_id: null },
    { id: 2, parent_id: 1 },
    { id: 3, parent_id: null },
  ]
  const tasks = [{ stream_id: 1 }, { stream_id: 2 }, { stream_id: 2 }]
  expect(countsOf(tasks, streams)).toEqual(
    new Map([
      [1, 3],
      [2, 2],
      [3, 0],
    ]),
  )
})
