import { beforeAll, expect, test, vi } from 'vitest'
import { speak, theWords } from '../language/language.ts'
import type { Plan, Run, Runbook, Task } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { testPerson, testPlan, testTask } from '../room/test-plan.ts'
import { stateSentence } from './state-sentence.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('en')
})

/** Seconds since the epoch on 28 March 2026, UTC. */
const at = (clock: string) => Date.parse(`2026-03-28T${clock}:00Z`) / 1000

const task = (id: number, name: string, members: Partial<Task> = {}): Task =>
  testTask(id, 10, [], { name, ...members })

const run: Run = {
  id: 1,
  run_type: 'live',
  start_planned: at('02:00'),
  start_actual: at('02:00'),
  end_actual: null,
  pauses: [],
}

function planOf(
  tasks: readonly Task[],
  members: { run?: Run | null; runbook?: Partial<Runbook> } = {},
): Plan {
  const plan = testPlan({
    tasks,
    runbook: { timezone: 'UTC', start_scheduled: at('02:00'), ...members.runbook },
    run: members.run === undefined ? run : members.run,
  })
  return { ...plan, people: new Map([[7, testPerson(7, 'Tomás Okafor')]]) }
}

/** Drain takes 10 min from 02:00; switch follows. */
const drain = (members: Partial<Task>) =>
  task(1, 'Drain', { start_planned: at('02:00'), end_planned: at('02:10'), ...members })
const follower = task(2, 'Switch', {
  predecessors: [1],
  start_planned: at('02:10'),
  end_planned: at('02:20'),
})

function say(plan: Plan, id: number, now: string, told = {}): readonly string[] {
  const instant = at(now)
  return stateSentence(plan, scheduleAt(plan, instant), id, instant, theWords(), told).map(({ text }) => text)
}

test('a running task tells since when, what is left and what hangs on it', () => {
  const plan = planOf([drain({ stage: 'in_progress', start_actual: at('02:00') }), follower])
  expect(say(plan, 1, '02:04')).toEqual(['Running since 02:00', '6:00 left', 'critical, holds 1 task'])
})

test('a task that runs over tells by how much, and that is the late part', () => {
  const plan = planOf([drain({ stage: 'in_progress', start_actual: at('02:00') }), follower])
  const now = at('02:14') + 17
  expect(stateSentence(plan, scheduleAt(plan, now), 1, now, theWords())).toEqual([
    { text: 'Running since 02:00' },
    { text: '4:17 over', tone: 'late' },
    { text: 'critical, holds 1 task', tone: 'critical' },
  ])
})

test('a task that can start tells since when, and how late it is', () => {
  const plan = planOf([drain({ stage: 'startable', start_ready: at('02:00') })])
  expect(say(plan, 1, '02:03')).toEqual(['Can start since 02:00', '3 min late', 'critical'])
})

test('where everyone must start, it tells how many have', () => {
  const plan = planOf([drain({ stage: 'startable', start_ready: at('02:00') })])
  expect(say(plan, 1, '02:00', { startNeeds: 3, startedBy: 1 })).toEqual([
    'Can start since 02:00',
    '1 of 3 have started it',
    'critical',
  ])
})

test('a waiting task names what it waits for and when it is expected', () => {
  const plan = planOf([drain({ stage: 'in_progress', start_actual: at('02:00') }), follower])
  expect(say(plan, 2, '02:04')).toEqual(['Waits for #1', 'expected 02:10', 'critical'])
})

test('a task that only its fixed start holds says so', () => {
  const done = drain({
    stage: 'complete',
    completion_type: 'complete_normal',
    start_actual: at('02:00'),
    end_actual: at('02:10'),
  })
  const plan = planOf([done, { ...follower, start_fixed: at('02:30') }])
  expect(say(plan, 2, '02:15')[0]).toBe('Held by its fixed start at 02:30')
})

test('an ended task tells when, by whom, how long it took and how late it was', () => {
  const plan = planOf([
    drain({
      stage: 'complete',
      completion_type: 'complete_normal',
      start_actual: at('02:00'),
      end_actual: at('02:13'),
      completed_by: 7,
    }),
  ])
  expect(say(plan, 1, '02:20')).toEqual(['Ended 02:13 by Tomás Okafor', 'took 13 min', '3 min late'])
})

test('a skipped task tells why', () => {
  const plan = planOf([
    drain({
      stage: 'complete',
      completion_type: 'complete_skipped',
      end_actual: at('02:01'),
      completed_by: 7,
    }),
  ])
  expect(say(plan, 1, '02:20', { skipReason: 'Not needed here' })).toEqual([
    'Skipped at 02:01 by Tomás Okafor',
    '“Not needed here”',
  ])
})

test('an abandoned task says that its branch was not taken', () => {
  const plan = planOf([
    drain({ stage: 'complete', completion_type: 'complete_abandoned', end_actual: at('02:01') }),
  ])
  expect(say(plan, 1, '02:20')).toEqual(['Abandoned at 02:01: its branch was not taken'])
})

test('while the run is paused that comes first', () => {
  const plan = planOf([drain({ stage: 'in_progress', start_actual: at('02:00') })], {
    runbook: { stage: 'paused' },
    run: { ...run, pauses: [[at('02:02'), null]] },
  })
  expect(say(plan, 1, '02:30').slice(0, 3)).toEqual(['The run is paused', 'Running since 02:00', '8:00 left'])
})

test('what was never started when the run ended is not said to be coming', () => {
  const plan = planOf([drain({ stage: 'in_progress', start_actual: at('02:00') }), follower], {
    run: { ...run, end_actual: at('02:05') },
    runbook: { stage: 'canceled' },
  })
  expect(say(plan, 2, '03:00')).toEqual(['Was not started in this run'])
  expect(say(plan, 1, '03:00')).toEqual(['Running since 02:00 when the run ended'])
})

test('while planning a task tells when it starts and how far it can slip', () => {
  const tasks = [task(1, 'Drain'), task(2, 'Note', { duration: 60 })]
  const plan = planOf(tasks, { run: null, runbook: { stage: 'planning' } })
  expect(say(plan, 1, '00:30')).toEqual(['Starts 02:00, waits for nothing', 'critical'])
  expect(say(plan, 2, '00:30')).toEqual(['Starts 02:00, waits for nothing', '9 min of float'])
})

test('while nobody has said when the run starts, times count from its start', () => {
  const plan = planOf([task(1, 'Drain'), task(2, 'Switch', { predecessors: [1] })], {
    run: null,
    runbook: { stage: 'planning', start_scheduled: null },
  })
  expect(say(plan, 2, '00:30')).toEqual(['Starts +0:10', 'critical'])
})
