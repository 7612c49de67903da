import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { useMinute } from '../time/use-clock.ts'
import classes from './account-page.module.css'
import { type Token, tokensQuery } from './account-queries.ts'
import { AskTwice } from './ask-twice.tsx'
import { type MadeToken, NewToken } from './new-token.tsx'
import { Group } from './row.tsx'
import { ShownToken } from './shown-token.tsx'
import { useWhen } from './use-when.ts'

/** The tokens with which programs call the API as this person. */
export function Tokens() {
  const { account } = useWords()
  const { data, isError } = useQuery(tokensQuery)
  const [made, setMade] = useState<MadeToken | undefined>(undefined)
  return (
    <Group title={account.tokens} why={account.tokensWhy}>
      {made && <ShownToken made={made} onDone={() => setMade(undefined)} />}
      {isError && <p className={classes.why}>{account.readFails}</p>}
      {!data && !isError && <Skeleton height={56} />}
      {data?.length === 0 && <p className={classes.why}>{account.noTokens}</p>}
      {data && data.length > 0 && (
        <ul className={classes.rows}>
          {data.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewToken onMade={setMade} />
    </Group>
  )
}

function TokenRow({ token: { id, attributes } }: { token: Token }) {
  const { account } = useWords()
  const when = useWhen()
  const minute = useMinute()
  const { label, last_four, created_at, last_used_at, expires_at } = attributes
  const isExpired = expires_at !== null && Date.parse(expires_at) / 1000 <= minute
  const revoke = async () => {
    await client().revokeUserAppToken({ params: { id } })
    await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
  }
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.name}>
          {label} <code className={classes.four}>…{last_four}</code>
        </div>
        <div className={classes.small}>
          {account.made(when(created_at))} ·{' '}
          {last_used_at === null ? account.neverUsed : account.lastUsed(when(last_used_at))} ·{' '}
          <span className={isExpired ? classes.expired : undefined}>
            {expires_at === null
              ? account.expiresNever
              : isExpired
                ? account.expired(when(expires_at))
                : account.expires(when(expires_at))}
          </span>
        </div>
      </div>
      <AskTwice
        name={account.revoke}
        label={account.revokeToken(label)}
        question={account.revokeSure(label)}
        perform={revoke}
      />
    </li>
  )
}
