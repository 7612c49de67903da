import { beforeAll, expect, test, vi } from 'vitest'
import { en } from '../language/en/index.ts'
import { speak } from '../language/language.ts'
import { testPlan, testStream, testTask } from '../room/test-plan.ts'
import { changeLines } from './change-lines.ts'
import type { Changes, Entry } from './entries.ts'

beforeAll(async () => {
  // The language is a property of the document, which these tests have none of.
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  await speak('en')
})

const plan = testPlan({
  tasks: [testTask(17, 5)],
  streams: [testStream(1, 'Command'), testStream(2, 'Storage')],
})

function told(
  name: string,
  changes: Changes,
  of?: number,
  tasks: ReadonlyMap<number, Changes> = new Map(),
): readonly string[] {
  const entry: Entry = {
    seq: 1,
    at: 0,
    name,
    actorId: 3,
    actor: undefined,
    resource: { type: 'task', id: '17', name: 'Task 17' },
    changes,
    tasks,
    message: undefined,
    tasksCount: 1,
  }
  const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '')
  return changeLines(entry, plan, en, plain, of).map(
    ({ label, before, after }) => `${label}: ${before ?? '–'} → ${after ?? '–'}`,
  )
}

test('values are told as people read them', () => {
  expect(told('task.updated', { duration: [300, 5_400] })).toEqual(['Takes: 5 min → 1 h 30'])
  expect(told('task.updated', { stream_id: ['1', '2'] })).toEqual(['Stream: Command → Storage'])
  expect(told('task.updated', { task_type_id: ['1', '2'] })).toEqual(['Type: Normal → Milestone'])
  expect(told('task.updated', { predecessors: [[], ['12', '15']] })).toEqual(['After: – → #12, #15'])
  expect(told('task.updated', { auto_start: [false, true] })).toEqual(['Starts by itself: no → yes'])
  expect(told('stream.updated', { status: ['off', 'red'] })).toEqual(['Status: No status → Red'])
})

test('instants are told in the zone of the runbook', () => {
  expect(told('task.updated', { start_fixed: [null, '2026-11-22T01:30:00Z'] })).toEqual([
    'Fixed start: – → Sun 22 Nov, 02:30',
  ])
})

test('owners are told by their names', () => {
  const after = [
    { type: 'user', id: '3' },
    { type: 'runbook_team', id: '4' },
  ]
  expect(told('task.updated', { assignees: [[], after] })).toEqual(['Owners: – → Priya Raman, Storage Ops'])
})

test('rich text is told as plain words', () => {
  expect(told('task.updated', { description: [null, '<p>Stop <b>both</b></p>'] })).toEqual([
    'Description: – → Stop both',
  ])
})

test('what the sentence says already is not told again', () => {
  const changes: Changes = {
    stage: ['startable', 'in_progress'],
    start_actual: [null, '2026-11-22T01:30:00Z'],
    started_by: [null, '3'],
  }
  expect(told('task.started', changes)).toEqual([])
})

test('a new task tells its main members only, a deleted one none', () => {
  const changes: Changes = { name: [null, 'Task 17'], duration: [null, 300], level: [null, 'level_1'] }
  expect(told('task.created', changes)).toEqual(['Takes: – → 5 min'])
  expect(told('task.deleted', { duration: [300, null] })).toEqual([])
})

test('of one of many tasks that changed at once its own changes are told, and what others made of it', () => {
  const many = new Map<number, Changes>([[18, { duration: [300, 600] }]])
  expect(told('tasks.changed', { name: ['Task 17', 'Other'] }, 18, many)).toEqual(['Takes: 5 min → 10 min'])
  const freed = new Map<number, Changes>([[18, { stage: ['not_startable', 'startable'] }]])
  expect(told('task.finished', { stage: ['in_progress', 'complete'] }, 18, freed)).toEqual([
    'Stage: Not startable → Can start',
  ])
  expect(told('task.finished', { stage: ['in_progress', 'complete'] }, 19, freed)).toEqual([])
})
