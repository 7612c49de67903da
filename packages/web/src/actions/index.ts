import { listActions } from '../list/list-actions.ts'
import { mapActions } from '../map/map-actions.ts'
import type { Action } from './action.ts'
import { filterActions } from './filter-actions.ts'
import { planActions } from './plan-actions.ts'
import { runbookActions } from './runbook-actions.ts'
import { finishTask, skipTask, startEarly, startTask } from './task-actions.ts'
import { viewActions } from './view-actions.ts'

/** Everything that can be done in an open runbook: for the keyboard, the palette and the list of shortcuts. */
export const allActions: readonly Action[] = [
  startTask,
  finishTask,
  skipTask,
  startEarly,
  ...planActions,
  ...listActions,
  ...mapActions,
  ...filterActions,
  ...runbookActions,
  ...viewActions,
]
