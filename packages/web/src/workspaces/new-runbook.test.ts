import { expect, test } from 'vitest'
import { keyOf } from './key-of.ts'
import { runbookCall } from './new-runbook.ts'

const draft = {
  name: '  Branch router refresh ',
  workspaceId: '1',
  folderId: undefined,
  typeId: '2',
  start: '2026-11-28T22:00',
  zone: 'Europe/Berlin',
  withPeople: false,
}

test('a blank runbook has its type, and its start by the clocks of its zone', () => {
  expect(runbookCall(draft, undefined, false)).toEqual({
    attributes: {
      name: 'Branch router refresh',
      timezone: 'Europe/Berlin',
      start_scheduled: '2026-11-28T21:00:00.000Z',
    },
    relationships: {
      workspace: { type: 'workspace', id: '1' },
      runbook_type: { type: 'runbook_type', id: '2' },
    },
  })
})

test('a copy takes tasks along, its type from its source, and people only when asked', () => {
  const call = runbookCall({ ...draft, start: '' }, '7', true)
  expect(call.meta).toEqual({ copy: { source_runbook_id: '7', tasks: true, teams: false, users: false } })
  expect(call.relationships).toEqual({ workspace: { type: 'workspace', id: '1' } })
  expect(call.attributes).toMatchObject({ is_template: true, template_type: 'default' })
  expect(call.attributes).not.toHaveProperty('start_scheduled')
})

test('a key is made of the letters and figures of a name', () => {
  expect(keyOf('Cards & Payments')).toBe('cards-payments')
  expect(keyOf('  Zürich Straße 9!')).toBe('zurich-strasse-9')
})
