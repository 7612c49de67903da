import { ActionIcon, Menu } from '@mantine/core'
import { useRef } from 'react'
import { OnlyThey } from '../access/only-they.tsx'
import type { Action, ActionContext } from '../actions/action.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { canEditTask } from '../actions/plan-actions.ts'
import { announce, runAction } from '../actions/run-action.ts'
import { mainActionOf, skipTask, startEarly } from '../actions/task-actions.ts'
import { Icon } from '../design/icons.tsx'
import { isPhone } from '../design/phone.ts'
import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords, useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { Refusals } from './refusals.tsx'
import classes from './task-panel.module.css'

/** Two clicks within this time are one: the button changes its meaning under the pointer. */
const ONE_CLICK_MS = 400

const copyLink: Action = {
  id: 'task.copy_link',
  name: () => theWords().task.panel.copyLink,
  icon: 'link',
  visible: ({ task }) => task !== undefined,
  perform: async () => {
    await navigator.clipboard?.writeText(window.location.href)
    announce(theWords().task.panel.linkCopied)
  },
}

const showPath: Action = {
  id: 'task.show_path',
  name: () => theWords().task.panel.showPath,
  icon: 'path',
  visible: ({ task }) => task !== undefined && !isPhone(),
  perform: ({ ui, task, view, goTo }) => {
    ui.set({ pathOf: task?.id ?? null, isCriticalLit: false })
    if (view !== 'map' && view !== 'timeline') goTo('map')
  },
}

const deleteTask: Action = {
  id: 'task.delete_this',
  name: () => theWords().task.panel.deleteDots,
  icon: 'trash',
  visible: (context) => canEditTask(context),
  perform: ({ task }) => {
    if (task) openDialog({ kind: 'delete_tasks', taskIds: [task.id] })
  },
}

const furtherActions = [copyLink, showPath, deleteTask]

/** What can be done with a task: the one thing it waits for, to skip it, and the rest behind a menu. */
export function PanelActions({ task, context }: { readonly task: Task; readonly context: ActionContext }) {
  const lastClick = useRef(Number.NEGATIVE_INFINITY)
  const main = mainActionOf(task)
  if (!offersRunActions(task, context))
    return (
      <>
        <OnlyThey task={task} context={context} />
        <Refusals taskId={task.id} />
      </>
    )
  const offersMain = main?.visible(context) ?? false
  return (
    <div
      className={classes.actions}
      onClickCapture={(event) => {
        if (event.timeStamp - lastClick.current < ONE_CLICK_MS) event.stopPropagation()
        else lastClick.current = event.timeStamp
      }}
    >
      {main && offersMain && (
        <ActionButton action={main} context={context} withKey h={36} className={classes.main} />
      )}
      <ActionButton action={startEarly} context={context} variant="default" h={36} leftSection={undefined} />
      <ActionButton action={skipTask} context={context} variant="default" h={36} leftSection={undefined} />
      <FurtherActions context={context} size={36} />
      <Refusals taskId={task.id} />
    </div>
  )
}

/** Whether anything of a run can be done with a task. */
export const offersRunActions = (task: Task, context: ActionContext): boolean =>
  [mainActionOf(task), skipTask].some((action) => action?.visible(context))

/** What else can be done with a task, behind a menu. */
export function FurtherActions({
  context,
  size,
}: {
  readonly context: ActionContext
  readonly size: number
}) {
  const { panel } = useWords().task
  return (
    <Menu withinPortal>
      <Menu.Target>
        <ActionIcon variant={size > 30 ? 'default' : 'subtle'} size={size} aria-label={panel.moreActions}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {furtherActions
          .filter((action) => action.visible(context))
          .map((action) => (
            <Menu.Item
              key={action.id}
              leftSection={action.icon && <Icon name={action.icon} size={14} />}
              onClick={() => runAction(action, context)}
            >
              {action.name()}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
