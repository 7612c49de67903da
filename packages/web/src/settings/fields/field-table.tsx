import { Menu } from '@mantine/core'
import { Icon } from '../../design/icons.tsx'
import { useIsPhone } from '../../design/phone.ts'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { allows, linkedId } from '../../workspaces/documents.ts'
import classes from '../forms/forms.module.css'
import { NameCell, RowMenu, useRowActions } from '../forms/room-table.tsx'
import { useWhereName } from '../forms/where-field.tsx'
import settings from '../settings.module.css'
import { type CustomField, type FieldGroup, optionTypes, readFieldsAgain } from './field-queries.ts'
import fieldClasses from './fields.module.css'
import { ordersAfterMove } from './moves.ts'
import type { FieldDialog } from './open-dialog.tsx'

interface FieldTableProps {
  readonly fields: readonly CustomField[]
  readonly groups: readonly FieldGroup[]
  readonly isArchived: boolean
  readonly onOpen: (dialog: FieldDialog) => void
}

/** The fields below the name of their group, those of no group last. */
export function FieldTable({ fields, groups, isArchived, onOpen }: FieldTableProps) {
  const { fields: words, types } = useWords()
  const isPhone = useIsPhone()
  const inGroup = (id: string | undefined) => fields.filter((field) => linkedId(field, 'group') === id)
  const free = inGroup(undefined)
  return (
    <table className={`${settings.table} ${classes.dense}`}>
      <thead>
        <tr>
          <th scope="col">{types.name}</th>
          <th scope="col">{words.type}</th>
          <th scope="col" className={settings.wide}>
            {words.used}
          </th>
          <th scope="col" className={settings.wide}>
            {types.where}
          </th>
          <th scope="col" className={classes.last} aria-label={types.actions} />
        </tr>
      </thead>
      {groups.map((group) => {
        const own = inGroup(group.id)
        if (isArchived && own.length === 0) return null
        return (
          <tbody key={group.id}>
            <GroupRow group={group} groups={groups} isEmpty={own.length === 0} onOpen={onOpen} />
            {own.map((field) => (
              <FieldRow key={field.id} field={field} beside={own} onOpen={onOpen} />
            ))}
          </tbody>
        )
      })}
      {free.length > 0 && (
        <tbody>
          {groups.length > 0 && (
            <tr className={fieldClasses.group}>
              <th scope="rowgroup" colSpan={isPhone ? 3 : 5}>
                {words.noGroup}
              </th>
            </tr>
          )}
          {free.map((field) => (
            <FieldRow key={field.id} field={field} beside={free} onOpen={onOpen} />
          ))}
        </tbody>
      )}
    </table>
  )
}

interface GroupRowProps {
  readonly group: FieldGroup
  readonly groups: readonly FieldGroup[]
  readonly isEmpty: boolean
  readonly onOpen: (dialog: FieldDialog) => void
}

function GroupRow({ group, groups, isEmpty, onOpen }: GroupRowProps) {
  const { fields: words, types } = useWords()
  const { act, refusalOf } = useRowActions()
  const { id } = group
  const { name } = group.attributes
  const isPhone = useIsPhone()
  const at = groups.indexOf(group)
  const move = (by: -1 | 1) =>
    act(id, async () => {
      const placed = groups.map((one) => ({ id: one.id, order: one.attributes.order }))
      for (const { id: moved, order } of ordersAfterMove(placed, id, by))
        await client().updateCustomFieldGroup({ params: { id: moved }, attributes: { order } })
      await readFieldsAgain()
    })
  const refusal = refusalOf(id)
  return (
    <tr className={fieldClasses.group}>
      <th scope="rowgroup" colSpan={isPhone ? 2 : 4}>
        {name} {isEmpty && <span className={fieldClasses.emptyGroup}>{words.emptyGroup}</span>}
        {refusal !== undefined && (
          <p className={settings.refusal} role="alert">
            {refusal}
          </p>
        )}
      </th>
      <td className={classes.last}>
        {allows(group, 'update', 'custom_field_group') && (
          <RowMenu name={name}>
            <Menu.Item leftSection={<Icon name="edit" />} onClick={() => onOpen({ kind: 'group', id })}>
              {words.renameGroup}
            </Menu.Item>
            <Moves isFirst={at === 0} isLast={at === groups.length - 1} onMove={move} />
            <Menu.Item
              leftSection={<Icon name="trash" />}
              onClick={() => onOpen({ kind: 'delete_group', id })}
            >
              {types.remove}
            </Menu.Item>
          </RowMenu>
        )}
      </td>
    </tr>
  )
}

interface FieldRowProps {
  readonly field: CustomField
  /** The fields of its group, in their order. */
  readonly beside: readonly CustomField[]
  readonly onOpen: (dialog: FieldDialog) => void
}

function FieldRow({ field, beside, onOpen }: FieldRowProps) {
  const { fields: words, types, workspaces } = useWords()
  const whereName = useWhereName()
  const { act, refusalOf } = useRowActions()
  const { id, attributes } = field
  const { name, display_name, field_type, field_options, apply_to, archived } = attributes
  const mayChange = allows(field, 'update', 'custom_field')
  const at = beside.indexOf(field)
  const shift = (call: 'archiveCustomField' | 'restoreCustomField') =>
    act(id, async () => {
      await client()[call]({ params: { id } })
      await readFieldsAgain()
    })
  const move = (by: -1 | 1) =>
    act(id, async () => {
      const placed = beside.map((one) => ({ id: one.id, order: one.attributes.order }))
      for (const { id: moved, order } of ordersAfterMove(placed, id, by))
        await client().updateCustomField({ params: { id: moved }, attributes: { order } })
      await readFieldsAgain()
    })
  return (
    <tr>
      <td>
        <NameCell
          name={display_name ?? name}
          onOpen={mayChange && !archived ? () => onOpen({ kind: 'field', id }) : undefined}
          marks={[
            ...(attributes.required ? [words.isRequired] : []),
            ...(attributes.read_only ? [words.isReadOnly] : []),
          ]}
          refusal={refusalOf(id)}
        />
      </td>
      <td>
        {words.typeNames[field_type]}
        {optionTypes.includes(field_type) && (
          <span className={settings.quiet}> · {words.options(field_options.length)}</span>
        )}
      </td>
      <td className={settings.wide}>{words.scopes[apply_to]}</td>
      <td className={settings.wide}>{whereName(linkedId(field, 'workspace') ?? null)}</td>
      <td className={classes.last}>
        {mayChange && (
          <RowMenu name={display_name ?? name}>
            {archived ? (
              <Menu.Item leftSection={<Icon name="restore" />} onClick={() => shift('restoreCustomField')}>
                {workspaces.restore}
              </Menu.Item>
            ) : (
              <>
                <Menu.Item leftSection={<Icon name="edit" />} onClick={() => onOpen({ kind: 'field', id })}>
                  {types.edit}
                </Menu.Item>
                {optionTypes.includes(field_type) && (
                  <Menu.Item
                    leftSection={<Icon name="list" />}
                    onClick={() => onOpen({ kind: 'options', id })}
                  >
                    {words.editOptions}
                  </Menu.Item>
                )}
                <Moves isFirst={at === 0} isLast={at === beside.length - 1} onMove={move} />
                <Menu.Item leftSection={<Icon name="archive" />} onClick={() => shift('archiveCustomField')}>
                  {workspaces.archive}
                </Menu.Item>
              </>
            )}
          </RowMenu>
        )}
      </td>
    </tr>
  )
}

interface MovesProps {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
}

/** One place up or down, as items of a menu. */
function Moves({ isFirst, isLast, onMove }: MovesProps) {
  const { fields: words } = useWords()
  return (
    <>
      <Menu.Item leftSection={<Icon name="up" />} disabled={isFirst} onClick={() => onMove(-1)}>
        {words.up}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="down" />} disabled={isLast} onClick={() => onMove(1)}>
        {words.down}
      </Menu.Item>
    </>
  )
}
