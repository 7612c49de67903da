import { ApiError } from '@runsheet/client'
import { expect, test } from 'vitest'
import { refusedTask } from './refused-task.ts'

const refusal = (pointer: string) =>
  new ApiError(
    422,
    [
      {
        id: 'r',
        status: '422',
        code: 'blank',
        title: '',
        detail: 'It is blank.',
        ...(pointer === '' ? {} : { source: { pointer } }),
      },
    ],
    'r',
  )

test.each([
  ['of one change is that of its task', { taskId: 7 }, '/data/attributes/name', 7],
  [
    'of several is that of the task that it names',
    { patches: { 12: {}, 3: {} } },
    '/data/1/attributes/name',
    12,
  ],
  ['of several that names none is of no task', { patches: { 12: {}, 3: {} } }, '', undefined],
])('a refusal %s', (_what, write, pointer, taskId) => {
  expect(refusedTask(write, refusal(pointer))).toBe(taskId)
})
