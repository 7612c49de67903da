import { Button, Skeleton, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWhen } from '../../account/use-when.ts'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { useMe } from '../../server/use-me.ts'
import { Initials } from '../../signs/owner-stack.tsx'
import chips from '../../workspaces/runbook-filters.module.css'
import { maySomewhere } from '../may-somewhere.ts'
import { RoomHead } from '../room-head.tsx'
import classes from '../settings.module.css'
import { NewPerson } from './new-person.tsx'
import { type PersonLine, peopleQuery, roleTypesQuery } from './people-queries.ts'
import { type PeopleSearch, readPeopleSearch } from './people-search.ts'
import { roleWords } from './role-words.ts'

/** Everybody whom the person may know of, with their roles. */
export function PeopleRoom() {
  const { settings } = useWords()
  const words = settings.people
  const search = readPeopleSearch(useSearch({ strict: false }))
  const me = useMe()
  const [isAdding, setAdding] = useState(false)
  const navigate = useNavigate()
  const change = (next: PeopleSearch) =>
    void navigate({ to: '/settings/people', search: next, replace: true })
  const found = useInfiniteQuery(peopleQuery(search))
  if (found.isError && !found.data)
    return <ErrorPage error={found.error} reset={() => void found.refetch()} />
  const people = found.data?.pages.flatMap((page) => page.people)
  const total = found.data?.pages[0]?.total
  return (
    <>
      <RoomHead title={words.title} why={words.why}>
        {maySomewhere(me, 'people.manage') && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {words.addTitle}
          </Button>
        )}
      </RoomHead>
      {isAdding && <NewPerson onClose={() => setAdding(false)} />}
      <div className={classes.bar}>
        <Find text={search.q ?? ''} onFind={(q) => change(readPeopleSearch({ ...search, q }))} />
        {(['archived', 'programs'] as const).map((member) => {
          const isOn = search[member] === true
          return (
            <UnstyledButton
              key={member}
              className={isOn ? `${chips.chip} ${chips.on}` : (chips.chip ?? '')}
              aria-pressed={isOn}
              onClick={() => change(readPeopleSearch({ ...search, [member]: !isOn }))}
            >
              {words[member]}
              {isOn && <Icon name="close" size={12} />}
            </UnstyledButton>
          )
        })}
      </div>
      {people === undefined ? (
        <Skeleton height={240} />
      ) : people.length === 0 ? (
        <p className={classes.empty}>{words.nobody}</p>
      ) : (
        <PeopleTable people={people} />
      )}
      {people !== undefined && total !== undefined && people.length > 0 && (
        <div className={classes.more}>
          {words.shown(people.length, total)}
          {found.hasNextPage && (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {words.showMore}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Find({ text, onFind }: { readonly text: string; readonly onFind: (text: string) => void }) {
  const { settings } = useWords()
  const [typed, setTyped] = useState(text)
  const tell = useDebouncedCallback((next: string) => onFind(next.trim()), 250)
  useEffect(() => () => tell.cancel(), [tell])
  return (
    <TextInput
      size="xs"
      leftSection={<Icon name="search" size={14} />}
      aria-label={settings.people.find}
      placeholder={settings.people.find}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        tell(currentTarget.value)
      }}
    />
  )
}

function PeopleTable({ people }: { readonly people: readonly PersonLine[] }) {
  const { settings } = useWords()
  const words = settings.people
  const me = useMe()
  const when = useWhen()
  const { data: types = [] } = useQuery(roleTypesQuery)
  const nameOf = (id: string) => {
    const type = types.find((one) => one.id === id)
    return type ? roleWords(type).name : ''
  }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" className={classes.wide}>
            {words.email}
          </th>
          <th scope="col">{words.roles}</th>
          <th scope="col" className={classes.wide}>
            {words.lastSeen}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <Link to="/settings/people/$userId" params={{ userId: person.id }} className={classes.who}>
                <Initials
                  name={person.name}
                  isMe={person.id === me.id}
                  isTeam={person.non_interactive}
                  size={24}
                />
                <span>{person.name}</span>
              </Link>
            </td>
            <td className={classes.wide}>{person.email}</td>
            <td>
              {person.roleTypes.slice(0, 2).map(nameOf).join(', ')}
              {person.roleTypes.length > 2 && (
                <span className={classes.quiet}> +{person.roleTypes.length - 2}</span>
              )}
            </td>
            <td className={`${classes.wide} ${classes.nowrap}`}>
              {person.status === 'active' ? (
                person.last_sign_in_at === null ? (
                  <span className={classes.quiet}>
                    {person.non_interactive ? words.program : words.never}
                  </span>
                ) : (
                  when(person.last_sign_in_at)
                )
              ) : (
                <span className={classes.pill}>{words.status[person.status]}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
