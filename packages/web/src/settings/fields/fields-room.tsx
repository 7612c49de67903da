import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { readArchivedSearch } from '../forms/archived-search.ts'
import classes from '../forms/forms.module.css'
import { OnlyFor } from '../forms/only-for.tsx'
import { ArchivedChip } from '../forms/room-table.tsx'
import { RoomHead } from '../room-head.tsx'
import settings from '../settings.module.css'
import { fieldsQuery, groupsQuery } from './field-queries.ts'
import { FieldTable } from './field-table.tsx'
import { type FieldDialog, OpenDialog } from './open-dialog.tsx'

/** The fields that were added to tasks and runbooks, by their group. */
export function FieldsRoom() {
  const { fields } = useWords()
  return (
    <OnlyFor permission="custom_field.manage" title={fields.title} who={fields.who}>
      <Rows />
    </OnlyFor>
  )
}

function Rows() {
  const { fields: words, types } = useWords()
  const isArchived = readArchivedSearch(useSearch({ strict: false })).archived === true
  const navigate = useNavigate()
  const { data: all, isError, error, refetch } = useQuery(fieldsQuery)
  const { data: groups } = useQuery(groupsQuery)
  const [open, setOpen] = useState<FieldDialog>()
  if (isError && !all) return <ErrorPage error={error} reset={() => void refetch()} />
  const shown = all?.filter(({ attributes }) => attributes.archived === isArchived)
  return (
    <>
      <RoomHead title={words.title} why={words.why}>
        <Button variant="default" onClick={() => setOpen({ kind: 'new_group' })}>
          {words.makeGroup}
        </Button>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen({ kind: 'new_field' })}>
          {words.make}
        </Button>
      </RoomHead>
      <div className={classes.bar}>
        <ArchivedChip
          isOn={isArchived}
          onPress={() =>
            void navigate({ to: '.', search: isArchived ? {} : { archived: true }, replace: true })
          }
        />
      </div>
      {shown === undefined || groups === undefined ? (
        <Skeleton height={240} />
      ) : shown.length === 0 && (isArchived || groups.length === 0) ? (
        <p className={settings.empty}>{isArchived ? types.noneArchived : words.none}</p>
      ) : (
        <FieldTable fields={shown} groups={groups} isArchived={isArchived} onOpen={setOpen} />
      )}
      {open && <OpenDialog open={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
