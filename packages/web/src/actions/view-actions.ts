import { isPhone } from '../design/phone.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords } from '../language/language.ts'
import { type Action, type ViewName, viewNames } from './action.ts'

const goTo = (view: ViewName, at: number): Action => ({
  id: `view.${view}`,
  name: () => theWords().app.views[view],
  icon: view,
  keys: [String(at + 1)],
  visible: () => true,
  perform: (context) => context.goTo(view),
})

const openPanel: Action = {
  id: 'task.open',
  name: () => theWords().run.keys.openTask,
  icon: 'right',
  keys: ['Enter'],
  visible: ({ task }) => task !== undefined,
  perform: ({ task, openTask }) => openTask(task?.id ?? null),
}

const lightCriticalPath: Action = {
  id: 'path.critical',
  name: () => theWords().run.keys.criticalPath,
  icon: 'pulse',
  keys: ['R'],
  visible: ({ view }) => view === 'map' || view === 'timeline',
  perform: ({ ui, hand }) => ui.set({ isCriticalLit: !hand.isCriticalLit, pathOf: null }),
}

const lightTaskPath: Action = {
  id: 'path.task',
  name: () => theWords().run.keys.taskPath,
  icon: 'path',
  keys: ['Shift+R'],
  visible: ({ view, task }) => (view === 'map' || view === 'timeline') && task !== undefined,
  perform: ({ ui, hand, task }) =>
    ui.set({ pathOf: hand.pathOf === task?.id ? null : (task?.id ?? null), isCriticalLit: false }),
}

const showFloat: Action = {
  id: 'timeline.float',
  name: () => theWords().run.keys.float,
  keys: ['Shift+L'],
  visible: ({ view }) => view === 'timeline',
  perform: ({ ui, hand }) => ui.set({ showsFloat: !hand.showsFloat }),
}

const compactBand: Action = {
  id: 'band.compact',
  name: () => theWords().run.keys.compactBand,
  keys: ['\\'],
  visible: () => !isPhone(),
  perform: ({ ui, hand }) => ui.set({ isBandCompact: !hand.isBandCompact }),
}

const wallboard: Action = {
  id: 'view.wall',
  name: () => theWords().run.keys.wallboard,
  icon: 'full',
  keys: ['W'],
  visible: () => !isPhone(),
  perform: ({ goTo, setWall, view }) => (view === 'dashboard' ? setWall(true) : goTo('dashboard')),
}

const clear: Action = {
  id: 'clear',
  name: () => theWords().run.keys.clear,
  keys: ['Escape'],
  visible: () => true,
  perform: ({ ui, hand, openTask }) => {
    if (hand.entryAfter !== undefined) ui.set({ entryAfter: undefined })
    else if (hand.pathOf !== null || hand.isCriticalLit) ui.set({ pathOf: null, isCriticalLit: false })
    else if (hand.selected.size > 0) ui.set({ selected: new Set() })
    else openTask(null)
  },
}

export const showShortcuts: Action = {
  id: 'shortcuts',
  name: () => theWords().app.shortcuts,
  icon: 'keyboard',
  keys: ['?'],
  visible: () => !isPhone(),
  perform: () => openDialog({ kind: 'shortcuts' }),
}

/** What concerns the views of an open runbook as a whole. */
export const viewActions: readonly Action[] = [
  ...viewNames.map(goTo),
  openPanel,
  lightCriticalPath,
  lightTaskPath,
  showFloat,
  compactBand,
  wallboard,
  clear,
  showShortcuts,
]
