import { expect, test } from 'vitest'
import { openDateOrder, settleDateOrder } from './date-order.ts'
import { readPlan } from './read-plan.ts'

const columns = {
  start_fixed_date: { column: 'Fixed date', column_number: 2 },
  start_fixed_time: { column: 'Fixed time', column_number: 3 },
}

const tableOf = (...dates: string[]) => ({
  header: ['Title', 'Fixed date', 'Fixed time'],
  rows: dates.map((date, index) => ({ line: index + 2, cells: ['A', date, '22:00'] })),
})

test('the order is open where no day is above the twelfth, and told where one is', () => {
  expect(openDateOrder(tableOf('', '05/05/2026', ' 03/04/2026'), columns)).toEqual({
    order: 'day_first',
    isSure: false,
    example: '03/04/2026',
  })
  expect(openDateOrder(tableOf('03/04/2026', '03/25/2026'), columns)).toMatchObject({
    order: 'month_first',
    isSure: true,
  })
})

test('other dates can be read in one way only', () => {
  expect(openDateOrder(tableOf('2026-03-04', '4.3.2026', '5/5/2026', '25/03/2026'), columns)).toBeNull()
})

test('an order that a person chose is written into the dates', () => {
  const table = tableOf('3/4/2026', '2026-03-04', '03-04-2026 21:00')
  const american = settleDateOrder(table, columns, 'month_first')
  expect(american.rows.map(({ cells }) => cells[1])).toEqual(['2026-03-04', '2026-03-04', '2026-03-04 21:00'])
  expect(settleDateOrder(table, columns, 'day_first').rows[0]?.cells[1]).toBe('2026-04-03')
  expect(american.rows[1]).toBe(table.rows[1])
  const read = readPlan({ ...american, rows: american.rows.slice(0, 1) }, { timezone: 'UTC' })
  expect(read).toMatchObject({ draft: { tasks: [{ start_fixed: '2026-03-04T22:00:00Z' }] } })
  expect(openDateOrder(american, columns)).toBeNull()
})
