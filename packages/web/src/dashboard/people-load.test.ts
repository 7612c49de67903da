import { expect, test } from 'vitest'
import type { Party } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { START, testPlan, testTask } from '../room/test-plan.ts'
import { loadsOf } from './people-load.ts'

const at = (minute: number) => START + minute * 60
const priya: Party = { type: 'user', id: 3 }
const storage: Party = { type: 'runbook_team', id: 4 }

test('tasks at the same time count each, tasks that follow each other are not at once', () => {
  // Priya: 0–10, 0–5 and 10–20. The team: 0–5.
  const plan = testPlan({
    tasks: [
      testTask(1, 10, [], { assignees: [priya] }),
      testTask(2, 5, [], { assignees: [priya, storage] }),
      testTask(3, 10, [1], { assignees: [priya] }),
      testTask(4, 30),
    ],
  })
  expect(loadsOf(plan, scheduleAt(plan, at(0)))).toEqual([
    { party: priya, tasks: 3, seconds: 1_500, atOnce: 2, busy: [[at(0), at(20)]] },
    { party: storage, tasks: 1, seconds: 300, atOnce: 1, busy: [[at(0), at(5)]] },
  ])
})
