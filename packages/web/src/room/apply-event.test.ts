import { describe, expect, test } from 'vitest'
import { applyEvent, type LiveEventData, type Thing } from './apply-event.ts'
import { START, testPlan, testStream, testTask } from './test-plan.ts'

const event = (name: string, things: readonly Thing[], rest: Partial<LiveEventData> = {}): LiveEventData => ({
  seq: 2,
  at: '2026-11-22T01:10:00Z',
  actor: '3',
  name,
  resource: { type: 'task', id: '1', name: 'Task 1' },
  things,
  summary: { stage: 'active', run_type: 'live', start_actual: '2026-11-22T01:00:00Z', end_actual: null },
  ...rest,
})

describe('an event of the live stream', () => {
  test('changes the members that it names, and nothing else', () => {
    const plan = testPlan({ tasks: [testTask(1, 5), testTask(2, 5, [1])], run: {} })
    const after = applyEvent(
      plan,
      event('task.started', [
        {
          type: 'task',
          id: '1',
          changes: {
            stage: ['startable', 'in_progress'],
            start_actual: [null, '2026-11-22T01:10:00Z'],
            started_by: [null, '3'],
          },
        },
      ]),
    )
    expect(after?.tasks[0]).toEqual({
      ...plan.tasks[0],
      stage: 'in_progress',
      start_actual: START + 600,
      started_by: 3,
    })
    expect(after?.tasks[1]).toBe(plan.tasks[1])
    expect(after?.positions).toBe(plan.positions)
    expect(after?.seq).toBe(2)
  })

  test('brings a new task with everything it has, in the order of ids', () => {
    const plan = testPlan({ tasks: [testTask(1, 5), testTask(3, 5)] })
    const changes = {
      name: [null, 'Check'],
      duration: [null, 300],
      stream_id: [null, '1'],
      task_type_id: [null, '1'],
      predecessors: [null, ['3', '1']],
      assignees: [null, [{ type: 'runbook_team', id: '4' }]],
    } as const
    const after = applyEvent(plan, event('task.created', [{ type: 'task', id: '4', changes }]))
    expect(after?.tasks.map(({ id }) => id)).toEqual([1, 3, 4])
    expect(after?.tasks[2]).toMatchObject({
      name: 'Check',
      duration: 300,
      predecessors: [1, 3],
      assignees: [{ type: 'runbook_team', id: 4 }],
    })
    expect(after?.positions.get(4)).toBe(2)
  })

  test('takes a deleted task away, and its successors inherit by their own change', () => {
    const plan = testPlan({ tasks: [testTask(1, 5), testTask(2, 5, [1]), testTask(3, 5, [2])] })
    const after = applyEvent(
      plan,
      event('task.deleted', [
        { type: 'task', id: '2', changes: { name: ['Task 2', null], predecessors: [['1'], null] } },
        { type: 'task', id: '3', changes: { predecessors: [['2'], ['1']] } },
      ]),
    )
    expect(after?.tasks.map(({ id, predecessors }) => [id, predecessors])).toEqual([
      [1, []],
      [3, [1]],
    ])
    expect(after?.positions.get(3)).toBe(1)
  })

  test('counts a comment at its task', () => {
    const plan = testPlan({ tasks: [testTask(1, 5)] })
    const thing = { type: 'task', id: '1', changes: { comments_count: [0, 1] } } as const
    expect(applyEvent(plan, event('comment.created', [thing]))?.tasks[0]?.comments_count).toBe(1)
  })

  test('adds, renames and removes streams', () => {
    const plan = testPlan({ tasks: [], streams: [testStream(1, 'Main'), testStream(2, 'Storage')] })
    const after = applyEvent(
      plan,
      event('stream.updated', [
        { type: 'stream', id: '2', changes: { name: ['Storage', null] } },
        { type: 'stream', id: '3', changes: { name: [null, 'Network'], parent_id: [null, '1'] } },
      ]),
    )
    expect(after?.streams.map(({ id, name, parent_id }) => [id, name, parent_id])).toEqual([
      [1, 'Main', null],
      [3, 'Network', 1],
    ])
  })

  test('opens and closes pauses of the run', () => {
    const plan = testPlan({ tasks: [testTask(1, 5)], run: {} })
    const paused = applyEvent(plan, event('run.paused', []))
    expect(paused?.run?.pauses).toEqual([[START + 600, null]])
    const resumed =
      paused && applyEvent(paused, event('run.resumed', [], { seq: 3, at: '2026-11-22T01:15:00Z' }))
    expect(resumed?.run?.pauses).toEqual([[START + 600, START + 900]])
  })

  test.each(['run.started', 'runbook.returned_to_planning'])('%s needs the documents again', (name) => {
    expect(applyEvent(testPlan({ tasks: [testTask(1, 5)] }), event(name, []))).toBeUndefined()
  })

  test('about people needs the documents again: names are not in it', () => {
    const thing = { type: 'runbook_user', id: '5', changes: { role: [null, 'participant'] } } as const
    expect(applyEvent(testPlan({ tasks: [] }), event('runbook_user.added', [thing]))).toBeUndefined()
  })

  test('applied to documents that hold it already changes nothing', () => {
    const plan = testPlan({
      tasks: [testTask(1, 5, [], { stage: 'in_progress', start_actual: START + 600 })],
      run: {},
    })
    const changes = {
      stage: ['startable', 'in_progress'],
      start_actual: [null, '2026-11-22T01:10:00Z'],
    } as const
    expect(applyEvent(plan, event('task.started', [{ type: 'task', id: '1', changes }]))?.tasks).toEqual(
      plan.tasks,
    )
  })
})
