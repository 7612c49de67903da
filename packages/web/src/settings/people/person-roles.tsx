import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import rows from '../../account/account-page.module.css'
import { AskTwice } from '../../account/ask-twice.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { useMe } from '../../server/use-me.ts'
import { GrantRole } from './grant-role.tsx'
import { type HeldRole, rolesQuery, roleTypesQuery } from './people-queries.ts'
import classes from './person.module.css'
import { readPeopleAgain } from './read-people-again.ts'
import { roleWords } from './role-words.ts'
import { type GrantScope, useGrantScopes } from './use-scopes.ts'

interface PersonRolesProps {
  readonly userId: string
  readonly name: string
  readonly isArchived: boolean
}

/** The roles of a person, each with what it is held on and what it allows; granted and revoked by whoever may. */
export function PersonRoles({ userId, name, isArchived }: PersonRolesProps) {
  const { settings } = useWords()
  const words = settings.people
  const me = useMe()
  const { data: held } = useQuery(rolesQuery(userId))
  const { data: types } = useQuery(roleTypesQuery)
  const scopes = useGrantScopes()
  if (!held || !types) return <Skeleton height={120} />
  const known = held.flatMap((role) => {
    const type = types.find(({ id }) => id === role.roleTypeId)
    return type ? [{ role, type }] : []
  })
  return (
    <>
      {known.length === 0 && <p className={rows.why}>{words.noRoles}</p>}
      {known.length > 0 && (
        <ul className={rows.rows}>
          {known.map(({ role, type }) => {
            const said = roleWords(type)
            const isOwners = type.key === 'owner' && !me.roles.includes('owner')
            return (
              <li key={role.id} className={rows.row}>
                <div className={rows.what}>
                  <div className={rows.name}>
                    {said.name} <span className={classes.on}>{placeOf(role, words)}</span>
                  </div>
                  <div className={rows.small}>{said.may}</div>
                </div>
                {mayRevoke(role, scopes) && !isOwners && (
                  <AskTwice
                    name={words.revoke}
                    label={words.revokeRole(said.name)}
                    question={words.revokeSure(name, said.name)}
                    perform={async () => {
                      await client().revokeRole({ params: { id: role.id } })
                      await readPeopleAgain()
                    }}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {scopes.length > 0 && !isArchived && (
        <GrantRole userId={userId} types={types} scopes={scopes} held={held} />
      )}
    </>
  )
}

const placeOf = (
  { scope }: HeldRole,
  words: { readonly onInstance: string; on: (name: string) => string },
) => (scope === null ? words.onInstance : words.on(scope.name))

/** A role is taken by whoever may grant it there. */
const mayRevoke = ({ scope }: HeldRole, scopes: readonly GrantScope[]) =>
  scopes.some(
    ({ kind, id }) => kind === 'instance' || (scope !== null && kind === scope.type && id === scope.id),
  )
