import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import type { Action, ActionContext } from './action.ts'
import { runAction } from './run-action.ts'

interface ActionButtonProps extends ButtonProps {
  readonly action: Action
  readonly context: ActionContext
  /** Shows the first key of the action. */
  readonly withKey?: boolean
}

/** The button of an action: absent when it is not offered, and with its reason when it cannot be done now. */
export function ActionButton({ action, context, withKey = false, ...button }: ActionButtonProps) {
  if (!action.visible(context)) return null
  const reason = action.blocked?.(context)
  const made = (
    <Button
      {...button}
      leftSection={action.icon ? <Icon name={action.icon} size={14} /> : undefined}
      rightSection={withKey && action.keys?.[0] ? <kbd>{action.keys[0]}</kbd> : undefined}
      aria-disabled={reason !== undefined}
      {...(reason === undefined ? {} : { 'data-disabled': true })}
      data-action={action.id}
      onClick={(event) => {
        event.stopPropagation()
        runAction(action, context)
      }}
    >
      {action.name()}
    </Button>
  )
  return reason === undefined ? made : <Tooltip label={reason}>{made}</Tooltip>
}
