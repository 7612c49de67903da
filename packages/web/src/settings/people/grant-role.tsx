import { Button, Select } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { scopesOf } from '@runsheet/domain'
import { useState } from 'react'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { useMe } from '../../server/use-me.ts'
import settingsClasses from '../settings.module.css'
import type { HeldRole, RoleType } from './people-queries.ts'
import classes from './person.module.css'
import { readPeopleAgain } from './read-people-again.ts'
import { roleWords } from './role-words.ts'
import type { GrantScope } from './use-scopes.ts'

interface GrantRoleProps {
  readonly userId: string
  readonly types: readonly RoleType[]
  readonly scopes: readonly GrantScope[]
  readonly held: readonly HeldRole[]
}

const keyOf = ({ kind, id }: GrantScope) => `${kind} ${id}`

/** Grants a role: first on what, then which of those that can be granted there, with what it allows. */
export function GrantRole({ userId, types, scopes, held }: GrantRoleProps) {
  const { settings, app } = useWords()
  const words = settings.people
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const [on, setOn] = useState<string | null>(null)
  const [typeId, setTypeId] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const scope = scopes.find((one) => keyOf(one) === on) ?? scopes[0]
  if (!isOpen || !scope)
    return (
      <Button variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen(true)}>
        {words.grant}
      </Button>
    )
  const isHeld = (id: string) =>
    held.some(
      (role) =>
        role.roleTypeId === id &&
        (role.scope === null
          ? scope.kind === 'instance'
          : role.scope.type === scope.kind && role.scope.id === scope.id),
    )
  const offered = types.filter(
    ({ id, key }) =>
      (scopesOf(key) as readonly string[]).includes(scope.kind) &&
      !isHeld(id) &&
      (key !== 'owner' || me.roles.includes('owner')),
  )
  const type = offered.find(({ id }) => id === typeId)
  const grant = async () => {
    if (!type) return
    setSending(true)
    setRefusal(undefined)
    try {
      await client().grantRole({
        relationships: {
          user: { type: 'user', id: userId },
          role_type: { type: 'role_type', id: type.id },
          ...(scope.kind === 'instance' ? {} : { scope: { type: scope.kind, id: scope.id } }),
        },
      })
      await readPeopleAgain()
      setTypeId(null)
      setOpen(false)
    } catch (error) {
      setRefusal(error instanceof ApiError && error.status < 500 ? error.message : app.nothingChanged)
    }
    setSending(false)
  }
  return (
    <form
      className={classes.grant}
      aria-label={words.grant}
      onSubmit={(event) => {
        event.preventDefault()
        void grant()
      }}
    >
      <div className={classes.pair}>
        <Select
          label={words.grantOn}
          data={scopes.map((one) => ({
            value: keyOf(one),
            label: one.kind === 'instance' ? words.wholeInstance : one.name,
          }))}
          value={keyOf(scope)}
          onChange={setOn}
          allowDeselect={false}
          searchable={scopes.length > 8}
        />
        <Select
          label={words.role}
          placeholder={words.chooseRole}
          data={offered.map((one) => ({ value: one.id, label: roleWords(one).name }))}
          value={type?.id ?? null}
          onChange={setTypeId}
          allowDeselect={false}
          nothingFoundMessage={words.allHeld}
        />
      </div>
      {type && <p className={classes.may}>{roleWords(type).may}</p>}
      {refusal !== undefined && (
        <p className={settingsClasses.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" disabled={!type} loading={isSending}>
          {words.grantVerb}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}
