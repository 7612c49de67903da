import { Menu } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import type { Column, ColumnName } from './columns.ts'
import classes from './columns-menu.module.css'

interface ColumnsMenuProps {
  readonly all: readonly Column[]
  readonly hidden: ReadonlySet<ColumnName>
  readonly onToggle: (name: ColumnName) => void
}

/** Which columns are shown; in the bar of views. */
export function ColumnsMenu({ all, hidden, onToggle }: ColumnsMenuProps) {
  const { list } = useWords()
  return (
    <ViewControls>
      <Menu closeOnItemClick={false} width={180}>
        <Menu.Target>
          <button type="button" className={classes.chip}>
            <Icon name="columns" size={13} />
            {list.columnsMenu}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {all
            .filter(({ isOptional }) => isOptional)
            .map(({ name }) => (
              <Menu.Item
                key={name}
                role="menuitemcheckbox"
                aria-checked={!hidden.has(name)}
                leftSection={
                  <span className={hidden.has(name) ? classes.unticked : classes.ticked}>
                    <Icon name="check" size={14} stroke={1.8} />
                  </span>
                }
                onClick={() => onToggle(name)}
              >
                {list.columnNames[name]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </ViewControls>
  )
}
