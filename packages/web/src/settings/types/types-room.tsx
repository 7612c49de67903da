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
import { usePlacesForTypes } from '../forms/where-field.tsx'
import { RoomHead } from '../room-head.tsx'
import settings from '../settings.module.css'
import { EditType, NewType } from './type-dialogs.tsx'
import type { TypeKind, TypeLine } from './type-kind.ts'
import { TypeTable } from './type-table.tsx'

interface TypesRoomProps<T extends TypeLine, Own> {
  readonly kind: TypeKind<T, Own>
}

/** The types of a kind: what each does, and where it holds. */
export function TypesRoom<T extends TypeLine, Own>({ kind }: TypesRoomProps<T, Own>) {
  const { types } = useWords()
  return (
    <OnlyFor permission="type.manage" title={kind.words().title} who={types.who}>
      <Rows kind={kind} />
    </OnlyFor>
  )
}

function Rows<T extends TypeLine, Own>({ kind }: TypesRoomProps<T, Own>) {
  const { types: words } = useWords()
  const { title, why, make } = kind.words()
  const isArchived = readArchivedSearch(useSearch({ strict: false })).archived === true
  const navigate = useNavigate()
  const { data: types, isError, error, refetch } = useQuery(kind.list(isArchived))
  const places = usePlacesForTypes(kind.resource)
  const [open, setOpen] = useState<'new' | { readonly id: string }>()
  const close = () => setOpen(undefined)
  if (isError && !types) return <ErrorPage error={error} reset={() => void refetch()} />
  return (
    <>
      <RoomHead title={title} why={why}>
        {places !== undefined && places.length > 0 && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen('new')}>
            {make}
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
        <TypeTable kind={kind} types={types} onOpen={(id) => setOpen({ id })} />
      )}
      {open === 'new' && places !== undefined && <NewType kind={kind} places={places} onClose={close} />}
      {typeof open === 'object' && <EditType kind={kind} id={open.id} onClose={close} />}
    </>
  )
}
