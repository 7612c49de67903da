import { expect, test } from 'vitest'
import { viewNames } from '../actions/action.ts'
import { phoneTabs, placeOf, tabOf } from './phone-tab.ts'

test('each view of the wide screen has its tab', () => {
  expect(viewNames.map((view) => tabOf(view, ''))).toEqual(['list', 'timeline', 'timeline', 'now', 'history'])
})

test('comments are named by what follows # in the address, whatever the view is', () => {
  expect(tabOf('list', 'comments')).toBe('comments')
  expect(tabOf('history', 'comments')).toBe('comments')
})

test.each(phoneTabs)('the place of the tab %s leads back to it', (tab) => {
  const { view, hash } = placeOf(tab)
  expect(tabOf(view, hash)).toBe(tab)
})
