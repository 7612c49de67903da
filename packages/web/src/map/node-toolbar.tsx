import { Button, Menu } from '@mantine/core'
import { OnlyThey } from '../access/only-they.tsx'
import type { Action } from '../actions/action.ts'
import { ActionButton } from '../actions/action-button.tsx'
import { planActions } from '../actions/plan-actions.ts'
import { runAction } from '../actions/run-action.ts'
import { mainActionOf, skipTask } from '../actions/task-actions.ts'
import type { useActionContext } from '../actions/use-actions.ts'
import { viewActions } from '../actions/view-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './map.module.css'
import { addAfterNode, addBeforeNode, connectNode } from './map-actions.ts'
import type { MapStage } from './map-stage.ts'
import { useEntry } from './map-store.ts'
import type { Scene } from './scene.ts'
import { useAtNode } from './use-stage.ts'

const found = (actions: readonly Action[], id: string) => actions.filter((action) => action.id === id)

const further: readonly Action[] = [
  ...found(viewActions, 'task.open'),
  skipTask,
  addAfterNode,
  addBeforeNode,
  connectNode,
  ...found(planActions, 'task.delete'),
]
const lightPath = found(viewActions, 'path.task')[0]

interface NodeToolbarProps {
  readonly context: ReturnType<typeof useActionContext>
  readonly stage: MapStage
  readonly scene: Scene
}

/** What can be done with the chosen node, beneath it. */
export function NodeToolbar({ context, stage, scene }: NodeToolbarProps) {
  const words = useWords()
  const entry = useEntry()
  const { task } = context
  const at = task && scene.plan.positions.get(task.id)
  const bar = useAtNode(stage, at, 'below')
  if (!task || at === undefined || entry !== undefined) return null
  const main = mainActionOf(task)
  const offered = further.filter((action) => action.visible(context))
  return (
    <div ref={bar} className={classes.toolbar} role="toolbar" aria-label={`#${task.id} ${task.name}`}>
      {main && (
        <ActionButton
          action={main}
          context={context}
          size="compact-sm"
          variant="light"
          color="gray"
          className={classes.main}
        />
      )}
      <OnlyThey task={task} context={context} className={classes.only} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Icon name="chat" size={14} />}
        aria-label={words.map.comments(task.comments_count)}
        onClick={() => context.openTask(task.id)}
      >
        {task.comments_count}
      </Button>
      {lightPath && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="link" size={14} />}
          aria-pressed={context.hand.pathOf === task.id}
          onClick={() => runAction(lightPath, context)}
        >
          {words.map.path}
        </Button>
      )}
      {offered.length > 0 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="subtle" color="gray" aria-label={words.map.more}>
              <Icon name="more" size={14} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((action) => {
              const reason = action.blocked?.(context)
              return (
                <Menu.Item
                  key={action.id}
                  disabled={reason !== undefined}
                  title={reason}
                  leftSection={action.icon && <Icon name={action.icon} size={14} />}
                  rightSection={action.keys?.[0] && <kbd className={classes.kbd}>{action.keys[0]}</kbd>}
                  onClick={() => runAction(action, context)}
                >
                  {action.name()}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
