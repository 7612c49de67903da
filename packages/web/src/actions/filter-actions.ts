import { theWords } from '../language/language.ts'
import { showFilters } from '../runbook/filter-store.ts'
import type { Action, ActionContext } from './action.ts'

/** Turns one of the filters that are either on or off. */
function toggle({ filters, setFilters }: ActionContext, name: 'mine' | 'late' | 'critical' | 'comments') {
  const { [name]: before, ...others } = filters
  setFilters(before ? others : { ...others, [name]: true })
}

const focusText: Action = {
  id: 'filter.text',
  name: () => theWords().run.filter.focus,
  icon: 'filter',
  keys: ['/'],
  visible: () => true,
  perform: () => showFilters(true),
}

export const filterMine: Action = {
  id: 'filter.mine',
  name: () => theWords().run.filter.toggleMine,
  icon: 'people',
  keys: ['M'],
  visible: () => true,
  perform: (context) => toggle(context, 'mine'),
}

export const filterLate: Action = {
  id: 'filter.late',
  name: () => theWords().run.filter.toggleLate,
  icon: 'clock',
  keys: ['L'],
  visible: ({ state, filters }) => state.plan.run !== null || filters.late === true,
  perform: (context) => toggle(context, 'late'),
}

export const filterCritical: Action = {
  id: 'filter.critical',
  name: () => theWords().run.filter.critical,
  icon: 'pulse',
  visible: () => true,
  perform: (context) => toggle(context, 'critical'),
}

const clearFilters: Action = {
  id: 'filter.clear',
  name: () => theWords().run.filter.clear,
  icon: 'close',
  visible: ({ filters }) => Object.keys(filters).length > 0,
  perform: ({ setFilters }) => setFilters({}),
}

/** What restricts the tasks that are shown, in all views alike. */
export const filterActions: readonly Action[] = [
  focusText,
  filterMine,
  filterLate,
  filterCritical,
  clearFilters,
]
