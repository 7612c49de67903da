import { ActionIcon, Menu } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { runbookColumns } from './runbook-columns.tsx'

interface ColumnsMenuProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Which columns the list has; kept in this browser. */
export function ColumnsMenu({ chosen, onChange }: ColumnsMenuProps) {
  const { workspaces } = useWords()
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={workspaces.columns}>
          <Icon name="columns" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{workspaces.columns}</Menu.Label>
        {runbookColumns.map(({ key }) => (
          <Menu.CheckboxItem
            key={key}
            checked={chosen.includes(key)}
            onChange={() =>
              onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
            }
          >
            {workspaces.column[key]}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
