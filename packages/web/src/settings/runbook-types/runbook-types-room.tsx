import { Button, Menu, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { allows, linkedId } from '../../workspaces/documents.ts'
import { readArchivedSearch } from '../forms/archived-search.ts'
import classes from '../forms/forms.module.css'
import { OnlyFor } from '../forms/only-for.tsx'
import { ArchivedChip, NameCell, RowMenu, useRowActions } from '../forms/room-table.tsx'
import { TypeSign } from '../forms/type-sign.tsx'
import { usePlacesForTypes, useWhereName } from '../forms/where-field.tsx'
import { RoomHead } from '../room-head.tsx'
import settings from '../settings.module.css'
import { EditRunbookType, NewRunbookType } from './runbook-type-dialog.tsx'
import { RunbookTypeIcon } from './runbook-type-icon.tsx'
import { allRunbookTypesQuery, type RunbookType, readRunbookTypesAgain } from './runbook-type-queries.ts'

/** The types that runbooks can have: what each allows, and where it holds. */
export function RunbookTypesRoom() {
  const { types } = useWords()
  return (
    <OnlyFor permission="type.manage" title={types.runbook.title} who={types.who}>
      <Rows />
    </OnlyFor>
  )
}

function Rows() {
  const { types: words } = useWords()
  const isArchived = readArchivedSearch(useSearch({ strict: false })).archived === true
  const navigate = useNavigate()
  const { data: types, isError, error, refetch } = useQuery(allRunbookTypesQuery(isArchived))
  const places = usePlacesForTypes('runbook_type')
  const [open, setOpen] = useState<'new' | { readonly id: string }>()
  const close = () => setOpen(undefined)
  if (isError && !types) return <ErrorPage error={error} reset={() => void refetch()} />
  return (
    <>
      <RoomHead title={words.runbook.title} why={words.runbook.why}>
        {places !== undefined && places.length > 0 && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
            {words.runbook.make}
          </Button>
        )}
      </RoomHead>
      <div className={classes.bar}>
        <ArchivedChip
          isOn={isArchived}
          onPress={() =>
            void navigate({ to: '.', search: isArchived ? {} : { archived: true }, replace: true })
          }
        />
      </div>
      {types === undefined ? (
        <Skeleton height={240} />
      ) : types.length === 0 ? (
        <p className={settings.empty}>{isArchived ? words.noneArchived : words.none}</p>
      ) : (
        <RunbookTypeTable types={types} onOpen={(id) => setOpen({ id })} />
      )}
      {open === 'new' && places !== undefined && <NewRunbookType places={places} onClose={close} />}
      {typeof open === 'object' && <EditRunbookType id={open.id} onClose={close} />}
    </>
  )
}

interface RunbookTypeTableProps {
  readonly types: readonly RunbookType[]
  readonly onOpen: (id: string) => void
}

function RunbookTypeTable({ types, onOpen }: RunbookTypeTableProps) {
  const { types: words, workspaces } = useWords()
  const whereName = useWhereName()
  const { act, refusalOf } = useRowActions()
  const shift = (id: string, call: 'archiveRunbookType' | 'restoreRunbookType') =>
    act(id, async () => {
      await client()[call]({ params: { id } })
      await readRunbookTypesAgain()
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
          <th scope="col" className={settings.wide}>
            {words.runbook.allows}
          </th>
          <th scope="col">{words.where}</th>
          <th scope="col" className={classes.last} aria-label={words.actions} />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => {
          const { id, attributes, relationships } = type
          const mayChange = allows(type, 'update', 'runbook_type')
          const does = (Object.keys(words.runbook.short) as (keyof typeof words.runbook.short)[])
            .filter((flag) => attributes[flag])
            .map((flag) => words.runbook.short[flag])
          return (
            <tr key={id}>
              <td>
                <NameCell
                  name={attributes.name}
                  sign={
                    <TypeSign color={attributes.color}>
                      <RunbookTypeIcon icon={attributes.icon} />
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
              <td className={settings.wide}>{does.join(' · ') || workspaces.none}</td>
              <td className={settings.wide}>
                {words.runbook.allowed(
                  relationships.task_types.data.length,
                  relationships.custom_fields.data.length,
                )}
              </td>
              <td>{whereName(linkedId(type, 'workspace') ?? null)}</td>
              <td className={classes.last}>
                {mayChange && (
                  <RowMenu name={attributes.name}>
                    {attributes.archived ? (
                      <Menu.Item
                        leftSection={<Icon name="restore" />}
                        onClick={() => shift(id, 'restoreRunbookType')}
                      >
                        {workspaces.restore}
                      </Menu.Item>
                    ) : (
                      <>
                        <Menu.Item leftSection={<Icon name="edit" />} onClick={() => onOpen(id)}>
                          {words.edit}
                        </Menu.Item>
                        <Menu.Item
                          leftSection={<Icon name="archive" />}
                          onClick={() => shift(id, 'archiveRunbookType')}
                        >
                          {workspaces.archive}
                        </Menu.Item>
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
