import { useEffect } from 'react'
import { type Action, type ActionContext } from '../actions/action.ts'
import { canEditTask } from '../actions/plan-actions.ts'
import type { IconName } from '../design/icons.tsx'
import { theWords } from '../language/language.ts'
import type { EditableColumn } from './cell-editor.tsx'

/** What the list that is open can do by keys. */
export interface ListHands {
  readonly move: (rows: 1 | -1) => void
  readonly toNow: () => void
  readonly selectAll: () => void
  /** Types into a cell of a task; absent where cells are not typed in. */
  readonly edit?: (taskId: number, column: EditableColumn) => void
}

let open: ListHands | undefined

/** Makes a list the one that the actions act on, as long as it is shown. */
export function useListHands(hands: ListHands): void {
  useEffect(() => {
    open = hands
    return () => {
      if (open === hands) open = undefined
    }
  })
}

const isList = ({ view }: ActionContext) => view === 'list' && open !== undefined

const edit = (column: EditableColumn, key: string, icon: IconName): Action => ({
  id: `task.edit_${column}`,
  name: () => theWords().list.edit[column],
  icon,
  keys: [key],
  visible: (context) => isList(context) && open?.edit !== undefined && canEditTask(context),
  perform: ({ task }) => {
    if (task) open?.edit?.(task.id, column)
  },
})

/** What is done in the list alone: moving over its rows, and typing into its cells. */
export const listActions: readonly Action[] = [
  {
    id: 'list.next',
    name: () => theWords().list.keys.next,
    icon: 'down',
    keys: ['J', 'ArrowDown'],
    visible: isList,
    perform: () => open?.move(1),
  },
  {
    id: 'list.previous',
    name: () => theWords().list.keys.previous,
    icon: 'up',
    keys: ['K', 'ArrowUp'],
    visible: isList,
    perform: () => open?.move(-1),
  },
  {
    id: 'list.now',
    name: () => theWords().list.keys.now,
    icon: 'clock',
    keys: ['N'],
    visible: isList,
    perform: () => open?.toNow(),
  },
  {
    id: 'list.select_all',
    name: () => theWords().list.keys.selectAll,
    keys: ['Mod+A'],
    visible: isList,
    perform: () => open?.selectAll(),
  },
  edit('title', 'E', 'edit'),
  edit('stream', 'T', 'list'),
  edit('takes', 'D', 'clock'),
  edit('owners', 'O', 'people'),
  edit('after', 'P', 'link'),
]
