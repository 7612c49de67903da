import type { ViewName } from '../actions/action.ts'

export const phoneTabs = ['now', 'list', 'timeline', 'comments', 'history'] as const
export type PhoneTab = (typeof phoneTabs)[number]

const COMMENTS = 'comments'

const tabs: Readonly<Record<ViewName, PhoneTab>> = {
  dashboard: 'now',
  list: 'list',
  map: 'timeline',
  timeline: 'timeline',
  history: 'history',
}

/**
 * The tab of an address. Each view has its nearest; comments are no view of the wide screen and stand behind `#`.
 *
 * @param hash what follows `#` in the address
 */
export function tabOf(view: ViewName, hash: string): PhoneTab {
  return hash === COMMENTS ? 'comments' : tabs[view]
}

/** Where a tab lies. */
export function placeOf(tab: PhoneTab): { readonly view: ViewName; readonly hash: string } {
  if (tab === 'comments') return { view: 'list', hash: COMMENTS }
  return { view: tab === 'now' ? 'dashboard' : tab, hash: '' }
}
