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
import { EditTaskType, NewTaskType } from './task-type-dialog.tsx'
import { TaskTypeIcon } from './task-type-icon.tsx'
import { readTaskTypesAgain, type TaskType, taskTypesQuery } from './task-type-queries.ts'

/** The types that tasks can have: what each does, and where it holds. */
export function TaskTypesRoom() {
  const { types } = useWords()
  return (
    <OnlyFor permission="type.manage" title={types.task.title} who={types.who}>
      <Rows />
    </OnlyFor>
  )
}

function Rows() {
  const { types: words } = useWords()
  const isArchived = readArchivedSearch(useSearch({ strict: false })).archived === true
  const navigate = useNavigate()
  const { data: types, isError, error, refetch } = useQuery(taskTypesQuery(isArchived))
  const places = usePlacesForTypes('task_type')
  const [open, setOpen] = useState<'new' | { readonly id: string }>()
  const close = () => setOpen(undefined)
  if (isError && !types) return <ErrorPage error={error} reset={() => void refetch()} />
  return (
    <>
      <RoomHead title={words.task.title} why={words.task.why}>
        {places !== undefined && places.length > 0 && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
            {words.task.make}
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
        <TaskTypeTable types={types} onOpen={(id) => setOpen({ id })} />
      )}
      {open === 'new' && places !== undefined && <NewTaskType places={places} onClose={close} />}
      {typeof open === 'object' && <EditTaskType id={open.id} onClose={close} />}
    </>
  )
}

interface TaskTypeTableProps {
  readonly types: readonly TaskType[]
  readonly onOpen: (id: string) => void
}

function TaskTypeTable({ types, onOpen }: TaskTypeTableProps) {
  const { types: words, workspaces } = useWords()
  const whereName = useWhereName()
  const { act, refusalOf } = useRowActions()
  const shift = (id: string, call: 'archiveTaskType' | 'restoreTaskType') =>
    act(id, async () => {
      await client()[call]({ params: { id } })
      await readTaskTypesAgain()
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
          <th scope="col">{words.where}</th>
          <th scope="col" className={classes.last} aria-label={words.actions} />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => {
          const { id, attributes } = type
          const mayChange = allows(type, 'update', 'task_type')
          const does = (Object.keys(words.task.short) as (keyof typeof words.task.short)[])
            .filter((flag) => attributes[flag])
            .map((flag) => words.task.short[flag])
          return (
            <tr key={id}>
              <td>
                <NameCell
                  name={attributes.name}
                  sign={
                    <TypeSign color={attributes.color}>
                      <TaskTypeIcon icon={attributes.icon ?? attributes.key} />
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
              <td className={`${settings.wide} ${settings.quiet}`}>{attributes.key}</td>
              <td className={settings.wide}>{does.join(' · ') || workspaces.none}</td>
              <td>{whereName(linkedId(type, 'workspace') ?? null)}</td>
              <td className={classes.last}>
                {mayChange && (
                  <RowMenu name={attributes.name}>
                    {attributes.archived ? (
                      <Menu.Item
                        leftSection={<Icon name="restore" />}
                        onClick={() => shift(id, 'restoreTaskType')}
                      >
                        {workspaces.restore}
                      </Menu.Item>
                    ) : (
                      <>
                        <Menu.Item leftSection={<Icon name="edit" />} onClick={() => onOpen(id)}>
                          {words.edit}
                        </Menu.Item>
                        {!attributes.built_in && (
                          <Menu.Item
                            leftSection={<Icon name="archive" />}
                            onClick={() => shift(id, 'archiveTaskType')}
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
