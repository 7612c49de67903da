import { expect, test } from 'vitest'
import { type Finding, groupFindings } from './findings.ts'

const found = (finding: string, taskId: number | null): Finding => ({
  finding,
  isError: false,
  taskId,
  detail: `${finding} ${taskId}`,
})

test('findings of one kind stand together, in the order of the first; those of the whole have no task', () => {
  const findings = [found('task_unassigned', 3), found('start_in_past', null), found('task_unassigned', 7)]
  expect(groupFindings(findings)).toEqual([
    { finding: 'task_unassigned', detail: 'task_unassigned 3', taskIds: [3, 7] },
    { finding: 'start_in_past', detail: 'start_in_past null', taskIds: [] },
  ])
})
