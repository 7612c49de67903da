import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { tellError } from '../../refusals/tell-error.tsx'
import chips from '../../workspaces/runbook-filters.module.css'
import settings from '../settings.module.css'
import classes from './forms.module.css'

/** The chip that shows what was archived instead of what is in use. */
export function ArchivedChip({ isOn, onPress }: { readonly isOn: boolean; readonly onPress: () => void }) {
  const { types } = useWords()
  return (
    <UnstyledButton
      className={isOn ? `${chips.chip} ${chips.on}` : (chips.chip ?? '')}
      aria-pressed={isOn}
      onClick={onPress}
    >
      {types.archived}
      {isOn && <Icon name="close" size={12} />}
    </UnstyledButton>
  )
}

interface NameCellProps {
  readonly name: string
  readonly sign?: ReactNode
  /** Opens it; without it the person may only look. */
  readonly onOpen?: (() => void) | undefined
  readonly marks?: readonly string[]
  readonly refusal?: ReactNode
}

/** The name of a row: what it looks like, what is particular about it, and what was refused. */
export function NameCell({ name, sign, onOpen, marks = [], refusal }: NameCellProps) {
  const label = (
    <>
      {sign}
      <span className={classes.label}>{name}</span>
    </>
  )
  return (
    <>
      <div className={classes.named}>
        {onOpen ? (
          <UnstyledButton className={classes.name} onClick={onOpen}>
            {label}
          </UnstyledButton>
        ) : (
          <span className={classes.name}>{label}</span>
        )}
        {marks.map((mark) => (
          <span key={mark} className={settings.pill}>
            {mark}
          </span>
        ))}
      </div>
      {refusal !== undefined && (
        <p className={settings.refusal} role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}

/** What can be done with a row. */
export function RowMenu({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { app } = useWords()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={24} aria-label={app.menuOf(name)}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

/** Does something with one row at once, and keeps what was refused for it. */
export function useRowActions() {
  const [refused, setRefused] = useState<{ readonly id: string; readonly error: unknown }>()
  const act = async (id: string, perform: () => Promise<unknown>) => {
    setRefused(undefined)
    try {
      await perform()
    } catch (error) {
      setRefused({ id, error })
    }
  }
  return {
    act: (id: string, perform: () => Promise<unknown>) => void act(id, perform),
    refusalOf: (id: string): ReactNode => (refused?.id === id ? tellError(refused.error) : undefined),
  }
}
