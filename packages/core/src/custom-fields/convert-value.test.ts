import type { FieldType } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { convertValue } from './convert-value.ts'
import type { FieldValue } from './field-value.ts'

const options = ['EU', 'US']

test.each<[FieldType, FieldValue, FieldType, FieldValue]>([
  ['text', 'EU', 'select_menu', 'EU'],
  ['text', 'EU', 'checkboxes', ['EU']],
  ['text', 'a < b', 'textarea', 'a &lt; b'],
  ['textarea', '<p>a &lt; b</p>', 'text', 'a < b'],
  ['text', '2026-03-28', 'date', '2026-03-28'],
  ['date', '2026-03-28', 'datetime', '2026-03-28T00:00:00Z'],
  ['datetime', '2026-03-28T22:00:00Z', 'date', '2026-03-28'],
  ['checkboxes', ['US', 'EU'], 'text', 'US, EU'],
  ['multi_select', ['US'], 'radiobox', 'US'],
  ['searchable', 'host-1', 'multi_searchable', ['host-1']],
  ['select_menu', 'EU', 'radiobox', 'EU'],
])('%s %j becomes %s %j, and nothing is lost', (from, value, field_type, after) => {
  expect(convertValue(from, value, { field_type, options })).toEqual({ value: after, isWhole: true })
})

test.each<[FieldType, FieldValue, FieldType]>([
  ['text', 'Mars', 'select_menu'],
  ['text', 'soon', 'date'],
  ['text', '2026-02-30', 'date'],
  ['text', '2026-03-28 at noon', 'date'],
  ['text', 'soon', 'datetime'],
  ['checkboxes', ['EU', 'US'], 'radiobox'],
  ['user', '7', 'text'],
  ['text', '7', 'user'],
])('%s %j is lost as %s', (from, value, field_type) => {
  expect(convertValue(from, value, { field_type, options })).toEqual({ value: undefined, isWhole: false })
})

test('of several choices those that are no options any more go', () => {
  expect(convertValue('multi_searchable', ['EU', 'Mars'], { field_type: 'checkboxes', options })).toEqual({
    value: ['EU'],
    isWhole: false,
  })
})
