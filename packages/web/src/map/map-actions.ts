import type { Action, ActionContext } from '../actions/action.ts'
import { canEditPlan, canEditTask } from '../actions/plan-actions.ts'
import { theWords } from '../language/language.ts'
import { toNow } from './first-look.ts'
import { openStage, setEntry } from './map-store.ts'

const isMap = ({ view }: ActionContext) => view === 'map'

export const fitMap: Action = {
  id: 'map.fit',
  name: () => theWords().map.keys.fit,
  icon: 'full',
  keys: ['0'],
  visible: isMap,
  perform: () => openStage()?.fitAll(),
}

export const mapToNow: Action = {
  id: 'map.now',
  name: () => theWords().map.keys.now,
  keys: ['N'],
  visible: isMap,
  perform: () => {
    const stage = openStage()
    if (stage) toNow(stage, true)
  },
}

const STEP = 1.25

export const zoomIn: Action = {
  id: 'map.zoom_in',
  name: () => theWords().map.keys.zoomIn,
  icon: 'plus',
  keys: ['+', '='],
  visible: isMap,
  perform: () => openStage()?.zoom(STEP, undefined, true),
}

export const zoomOut: Action = {
  id: 'map.zoom_out',
  name: () => theWords().map.keys.zoomOut,
  icon: 'minus',
  keys: ['-'],
  visible: isMap,
  perform: () => openStage()?.zoom(1 / STEP, undefined, true),
}

const mayEdit = (context: ActionContext) => isMap(context) && canEditTask(context)

export const addAfterNode: Action = {
  id: 'map.add_after',
  name: () => theWords().map.addAfter,
  icon: 'plus',
  keys: ['A'],
  visible: mayEdit,
  perform: ({ task }) => task && setEntry({ kind: 'add_after', taskId: task.id }),
}

export const addBeforeNode: Action = {
  id: 'map.add_before',
  name: () => theWords().map.addBefore,
  icon: 'plus',
  visible: mayEdit,
  perform: ({ task }) => task && setEntry({ kind: 'add_before', taskId: task.id }),
}

export const connectNode: Action = {
  id: 'map.connect',
  name: () => theWords().map.connectTo,
  icon: 'link',
  visible: (context) => isMap(context) && context.task !== undefined && canEditPlan(context),
  perform: ({ task }) => task && setEntry({ kind: 'connect', taskId: task.id }),
}

/** What holds only in the map. */
export const mapActions: readonly Action[] = [
  fitMap,
  mapToNow,
  zoomIn,
  zoomOut,
  addAfterNode,
  addBeforeNode,
  connectNode,
]
