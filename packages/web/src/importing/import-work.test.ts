import { parseWideCsv } from '@runsheet/domain'
import { expect, test } from 'vitest'
import { beginWork, keptTable, openDates, stepBack, stepOn } from './import-work.ts'

function work(text: string) {
  const parsed = parseWideCsv(text)
  if ('problems' in parsed) throw new Error('the file of the test cannot be read')
  return beginWork(parsed.table, [])
}

const plan = 'Task ID,Title,Predecessor IDs\n1,Stop,\n2,Copy,1\n3,Go,1; 2\n'

test('no other row waits for one that stays out, and taking it back puts that right', () => {
  const out = stepOn(work(plan), { kind: 'leave_out', line: 3 })
  expect(keptTable(out.work).rows.map(({ cells }) => cells[2])).toEqual(['', '1'])
  const back = stepOn(out, { kind: 'take_back', line: 3 })
  expect(keptTable(back.work).rows.map(({ cells }) => cells[2])).toEqual(['', '1', '1; 2'])
})

test('a step can be taken back, one after the other', () => {
  const first = work(plan)
  const edited = stepOn(first, { kind: 'edit', line: 2, column: 1, value: 'Halt' })
  const again = stepOn(edited, { kind: 'leave_out', line: 4 })
  expect(stepBack(again)).toEqual(edited)
  expect(stepBack(stepBack(again)).work).toBe(first.work)
})

test('a step that changes nothing is no step', () => {
  const first = work(plan)
  expect(stepOn(first, { kind: 'edit', line: 2, column: 1, value: 'Stop' })).toBe(first)
  expect(stepOn(first, { kind: 'take_back', line: 2 })).toBe(first)
})

test('a team leaves every task that it has, whatever the case of its letters', () => {
  const first = work('Title,Team\nStop,"Cards; QA"\nGo,cards\nEnd,QA\n')
  const left = stepOn(first, { kind: 'leave_out_teams', names: ['Cards'] })
  expect(left.work.table.rows.map(({ cells }) => cells[1])).toEqual(['QA', '', 'QA'])
  expect(left.work.table.rows[2]).toBe(first.work.table.rows[2])
})

test('dates that can be read in two ways ask once, and the answer is written into the cells', () => {
  const first = work('Title,Fixed start\nStop,01/03/2027\nGo,02/03/2027\n')
  expect(openDates(first.work)?.example).toBe('01/03/2027')
  const settled = stepOn(first, { kind: 'settle_dates', order: 'month_first' })
  expect(settled.work.table.rows.map(({ cells }) => cells[1])).toEqual(['2027-01-03', '2027-02-03'])
  expect(openDates(settled.work)).toBeNull()
})

test('a date with a day above twelve answers for all', () => {
  expect(openDates(work('Title,Fixed start\nStop,01/03/2027\nGo,25/03/2027\n').work)).toBeNull()
})
