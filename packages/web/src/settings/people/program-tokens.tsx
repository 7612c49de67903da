import { Button, Select, Skeleton, TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import rows from '../../account/account-page.module.css'
import { AskTwice } from '../../account/ask-twice.tsx'
import { type Expiry, expiriesWithin, expiryAt } from '../../account/expiry.ts'
import type { MadeToken } from '../../account/new-token.tsx'
import { ShownToken } from '../../account/shown-token.tsx'
import { useWhen } from '../../account/use-when.ts'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'
import { useMe } from '../../server/use-me.ts'
import { serverNow } from '../../time/server-clock.ts'
import classes from '../settings.module.css'

const tokensOf = (userId: string) =>
  queryOptions({
    queryKey: ['people', 'tokens', userId],
    queryFn: async ({ signal }) => {
      const query = { archived: true, page: { size: 100 } } as const
      return (await client().listAppTokensOfUser({ params: { user_id: userId }, query, signal })).data
    },
  })

interface TokensProps {
  readonly userId: string
  /** A program: whoever manages people makes its tokens. Those of a person only that person makes. */
  readonly isProgram: boolean
}

/** The tokens of somebody else: seen and revoked, and made for a program. */
export function TokensOf({ userId, isProgram }: TokensProps) {
  const { account, settings } = useWords()
  const when = useWhen()
  const { data, isError } = useQuery(tokensOf(userId))
  const [made, setMade] = useState<MadeToken | undefined>(undefined)
  const readAgain = () => queryClient.invalidateQueries({ queryKey: ['people', 'tokens', userId] })
  return (
    <>
      {made && <ShownToken made={made} onDone={() => setMade(undefined)} />}
      {isError && <p className={rows.why}>{account.readFails}</p>}
      {!data && !isError && <Skeleton height={56} />}
      {data?.length === 0 && <p className={rows.why}>{settings.people.noTokens}</p>}
      {data && data.length > 0 && (
        <ul className={rows.rows}>
          {data.map(({ id, attributes: { label, last_four, created_at, last_used_at } }) => (
            <li key={id} className={rows.row}>
              <div className={rows.what}>
                <div className={rows.name}>
                  {label} <code className={rows.four}>…{last_four}</code>
                </div>
                <div className={rows.small}>
                  {account.made(when(created_at))} ·{' '}
                  {last_used_at === null ? account.neverUsed : account.lastUsed(when(last_used_at))}
                </div>
              </div>
              <AskTwice
                name={account.revoke}
                label={account.revokeToken(label)}
                question={account.revokeSure(label)}
                perform={async () => {
                  await client().revokeAppTokenOfUser({ params: { user_id: userId, id } })
                  await readAgain()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {isProgram && (
        <NewTokenOf
          userId={userId}
          onMade={(token) => {
            setMade(token)
            void readAgain()
          }}
        />
      )}
    </>
  )
}

function NewTokenOf({ userId, onMade }: { userId: string; onMade: (made: MadeToken) => void }) {
  const { account, app } = useWords()
  const { token_days_at_most } = useMe()
  const offered = expiriesWithin(token_days_at_most).filter((one) => one !== 'date')
  const [isOpen, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const [expiry, setExpiry] = useState<Expiry | undefined>(
    offered.find((one) => one === 'd90') ?? offered.at(-1),
  )
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setRefusal(undefined)
    try {
      const expires_at = expiry === undefined || expiry === 'date' ? null : expiryAt(expiry, serverNow())
      const { data } = await client().createAppTokenOfUser({
        params: { user_id: userId },
        attributes: { label: label.trim(), expires_at },
      })
      onMade({ label: data.attributes.label, token: data.attributes.token ?? '' })
      setOpen(false)
      setLabel('')
    } catch (error) {
      setRefusal(error instanceof ApiError && error.status < 500 ? error.message : app.nothingChanged)
    }
    setSending(false)
  }
  if (!isOpen)
    return (
      <Button variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen(true)}>
        {account.newToken}
      </Button>
    )
  return (
    <form className={classes.form} style={{ marginTop: 0 }} onSubmit={(event) => void make(event)}>
      <div className={classes.pair}>
        <TextInput
          label={account.label}
          maxLength={255}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          autoFocus
        />
        <Select
          label={account.expiry}
          data={offered.map((value) => ({ value, label: account.expiries[value] }))}
          value={expiry ?? null}
          onChange={(value) => setExpiry(offered.find((one) => one === value))}
          allowDeselect={false}
        />
      </div>
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={rows.buttons}>
        <Button type="submit" disabled={label.trim() === ''} loading={isSending}>
          {account.makeToken}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}
