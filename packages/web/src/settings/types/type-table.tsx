import { Menu } from '@mantine/core'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { allows, linkedId } from '../../workspaces/documents.ts'
import classes from '../forms/forms.module.css'
import { NameCell, RowMenu, useRowActions } from '../forms/room-table.tsx'
import { TypeSign } from '../forms/type-sign.tsx'
import { useWhereName } from '../forms/where-field.tsx'
import settings from '../settings.module.css'
import type { TypeKind, TypeLine } from './type-kind.ts'

interface TypeTableProps<T extends TypeLine, Own> {
  readonly kind: TypeKind<T, Own>
  readonly types: readonly T[]
  readonly onOpen: (id: string) => void
}

/** A row per type. Whoever may change one opens it, and archives it or brings it back. */
export function TypeTable<T extends TypeLine, Own>({ kind, types, onOpen }: TypeTableProps<T, Own>) {
  const { types: words, workspaces } = useWords()
  const whereName = useWhereName()
  const { act, refusalOf } = useRowActions()
  const columns = kind.columns()
  const TypeIcon = kind.icon
  const shift = (id: string, call: (id: string) => Promise<unknown>) =>
    act(id, async () => {
      await call(id)
      await kind.readAgain()
    })
  return (
    <table className={`${settings.table} ${classes.dense}`}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className={settings.wide}>
            {words.key}
          </th>
          <th scope="col" className={settings.wide}>
            {words.does}
          </th>
          {columns.map(({ head }) => (
            <th key={head} scope="col" className={settings.wide}>
              {head}
            </th>
          ))}
          <th scope="col">{words.where}</th>
          <th scope="col" className={classes.last} aria-label={words.actions} />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => {
          const { id, attributes } = type
          const mayChange = allows(type, 'update', kind.resource)
          return (
            <tr key={id}>
              <td>
                <NameCell
                  name={attributes.name}
                  sign={
                    <TypeSign color={attributes.color}>
                      <TypeIcon icon={kind.iconOf(type)} />
                    </TypeSign>
                  }
                  onOpen={mayChange && !attributes.archived ? () => onOpen(id) : undefined}
                  marks={[
                    ...(attributes.default ? [words.isDefault] : []),
                    ...(attributes.disabled ? [words.isDisabled] : []),
                  ]}
                  refusal={refusalOf(id)}
                />
              </td>
              <td className={`${settings.wide} ${settings.quiet}`}>{attributes.key ?? workspaces.none}</td>
              <td className={settings.wide}>{kind.doesOf(type).join(' · ') || workspaces.none}</td>
              {columns.map(({ head, cell }) => (
                <td key={head} className={settings.wide}>
                  {cell(type)}
                </td>
              ))}
              <td>{whereName(linkedId(type, 'workspace') ?? null)}</td>
              <td className={classes.last}>
                {mayChange && (
                  <RowMenu name={attributes.name}>
                    {attributes.archived ? (
                      <Menu.Item
                        leftSection={<Icon name="restore" />}
                        onClick={() => shift(id, kind.restore)}
                      >
                        {workspaces.restore}
                      </Menu.Item>
                    ) : (
                      <>
                        <Menu.Item leftSection={<Icon name="edit" />} onClick={() => onOpen(id)}>
                          {words.edit}
                        </Menu.Item>
                        {attributes.built_in !== true && (
                          <Menu.Item
                            leftSection={<Icon name="archive" />}
                            onClick={() => shift(id, kind.archive)}
                          >
                            {workspaces.archive}
                          </Menu.Item>
                        )}
                      </>
                    )}
                  </RowMenu>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
