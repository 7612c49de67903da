import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { AskTwice } from '../../account/ask-twice.tsx'
import { Group } from '../../account/row.tsx'
import { useWhen } from '../../account/use-when.ts'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { useMe } from '../../server/use-me.ts'
import { Initials } from '../../signs/owner-stack.tsx'
import { allows } from '../../workspaces/documents.ts'
import settingsClasses from '../settings.module.css'
import { InviteAgain } from './invite-again.tsx'
import { personQuery } from './people-queries.ts'
import classes from './person.module.css'
import { PersonRoles } from './person-roles.tsx'
import { Profile } from './profile.tsx'
import { TokensOf } from './program-tokens.tsx'
import { readPeopleAgain } from './read-people-again.ts'
import { SessionsOf } from './sessions-of.tsx'

/** One person: who they are, when they were last here, and their roles. */
export function PersonPage() {
  const { settings, app, account } = useWords()
  const words = settings.people
  const { userId = '' } = useParams({ strict: false })
  const { data: person, isError, error, refetch } = useQuery(personQuery(userId))
  const when = useWhen()
  const me = useMe()
  const name = person?.attributes.name ?? ''
  useEffect(() => {
    if (name !== '') document.title = `${name} · ${app.name}`
  }, [name, app.name])
  if (isError && !person)
    return <ErrorPage error={error} missing={words.personNotFound} reset={() => void refetch()} />
  if (!person) return <Skeleton height={240} />
  const { email, status, last_sign_in_at, created_at, non_interactive } = person.attributes
  const facts = [
    email,
    ...(non_interactive ? [words.program] : []),
    words.addedAt(when(created_at)),
    ...(non_interactive
      ? []
      : [last_sign_in_at === null ? words.never : words.lastSeenAt(when(last_sign_in_at))]),
  ]
  return (
    <>
      <Link to="/settings/people" className={classes.back}>
        <Icon name="chevronLeft" size={12} />
        {words.title}
      </Link>
      <header className={classes.head}>
        <Initials name={name} isMe={person.id === me.id} isTeam={non_interactive} size={44} />
        <div>
          <h1>
            {name}
            {status !== 'active' && <span className={settingsClasses.pill}>{words.status[status]}</span>}
          </h1>
          <p>{facts.filter((fact) => fact !== name).join(' · ')}</p>
        </div>
      </header>
      {allows(person, 'update', 'user') && status !== 'archived' && (
        <Group title={words.profile} why={words.profileWhy}>
          <Profile key={person.id} person={person} />
        </Group>
      )}
      {allows(person, 'create', 'invitation') && status !== 'archived' && (
        <Group title={words.invitation} why={words.invitationWhy}>
          <InviteAgain key={person.id} userId={person.id} email={email} />
        </Group>
      )}
      <Group title={words.roles} why={words.rolesWhy}>
        <PersonRoles userId={person.id} name={name} isArchived={status === 'archived'} />
      </Group>
      {allows(person, 'update', 'user') && person.id !== me.id && (
        <Group title={words.tokens} why={non_interactive ? words.programTokensWhy : words.personTokensWhy}>
          <TokensOf userId={person.id} isProgram={non_interactive && status !== 'archived'} />
        </Group>
      )}
      {allows(person, 'destroy', 'session') && status !== 'archived' && person.id !== me.id && (
        <Group title={account.sessions} why={words.sessionsWhy}>
          <SessionsOf userId={person.id} name={name} />
        </Group>
      )}
      {allows(person, 'archive', 'user') && person.id !== me.id && (
        <Group title={words.archiveTitle} why={words.archiveWhy}>
          <AskTwice
            key={status}
            name={status === 'archived' ? words.restore : words.archive}
            question={status === 'archived' ? words.restoreSure(name) : words.archiveSure(name)}
            perform={async () => {
              const params = { id: person.id }
              await (status === 'archived'
                ? client().restoreUser({ params })
                : client().archiveUser({ params }))
              await readPeopleAgain()
            }}
          />
        </Group>
      )}
    </>
  )
}
