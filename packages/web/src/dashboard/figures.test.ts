import { expect, test } from 'vitest'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testStream, testTask } from '../room/test-plan.ts'
import { figuresOf } from './figures.ts'

const at = (minute: number) => START + minute * 60
const planned = (from: number, until: number) => ({ start_planned: at(from), end_planned: at(until) })
const done = (from: number, until: number) => ({
  stage: 'complete' as const,
  completion_type: 'complete_normal' as const,
  start_actual: at(from),
  end_actual: at(until),
})

/** Two streams, the second with a sub-stream; it is minute 25. */
function sample() {
  const plan = testPlan({
    run: {},
    streams: [testStream(1, 'Command'), testStream(2, 'Storage'), testStream(3, 'Backup', { parent_id: 2 })],
    tasks: [
      testTask(1, 10, [], { ...planned(0, 10), ...done(0, 10) }),
      testTask(2, 10, [1], {
        ...planned(10, 20),
        stage: 'complete',
        completion_type: 'complete_skipped',
        end_actual: at(11),
        stream_id: 2,
      }),
      testTask(3, 10, [1], { ...planned(10, 20), stage: 'in_progress', start_actual: at(10), stream_id: 3 }),
      testTask(4, 5, [1], { ...planned(10, 15), stage: 'startable', stream_id: 2 }),
      testTask(5, 10, [3], { ...planned(20, 30), stream_id: 1 }),
      testTask(6, 0, [5], { ...planned(30, 30), task_type_id: 2 }),
    ],
  })
  return figuresOf(plan, scheduleAt(plan, at(25)), at(25))
}

test('a stream counts its sub-streams, and is behind by what should have ended and has not', () => {
  const [command, storage] = sample().streams
  // Command: 1 of 3 done, 1 planned by now. Storage: 1 of 3 done, 3 planned by now.
  expect([command?.stream.name, command?.done, command?.order.length, command?.ahead]).toEqual([
    'Command',
    1,
    3,
    0,
  ])
  expect([storage?.stream.name, storage?.done, storage?.order.length, storage?.ahead]).toEqual([
    'Storage',
    1,
    3,
    -2,
  ])
})

test('cells stand in the order: ended, running, startable, waiting', () => {
  const [command, storage] = sample().streams
  expect(storage?.order).toEqual([1, 2, 3])
  expect(command?.order).toEqual([0, 4, 5])
  expect(storage?.counts).toMatchObject({ skipped: 1, progress: 1, startable: 1, complete: 0 })
})

test('the run as a whole counts what is done and what the plan has done by now', () => {
  const { total, done: ended, plannedDone, running, startable, skipped } = sample()
  expect([total, ended, plannedDone]).toEqual([6, 2, 4])
  expect([running, startable, skipped]).toEqual([[2], [3], [1]])
})

test('what is next on the critical path has not begun; the next decision is the first open milestone', () => {
  const { critical, nextDecision } = sample()
  expect(critical).toEqual([4, 5])
  expect(nextDecision).toBe(5)
})

test('while planning nothing is behind', () => {
  const plan = testPlan({ tasks: [testTask(1, 10), testTask(2, 5, [1])] })
  const { streams, plannedDone } = figuresOf(plan, scheduleAt(plan, at(99)), at(99))
  expect([streams[0]?.ahead, plannedDone]).toEqual([0, 0])
  expect([streams[0]?.from, streams[0]?.until]).toEqual([at(0), at(15)])
})
