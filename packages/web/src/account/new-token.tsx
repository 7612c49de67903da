import { Button, Select, TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { type FormEvent, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { useMe } from '../server/use-me.ts'
import { ownZone } from '../time/format.ts'
import { serverNow } from '../time/server-clock.ts'
import { wallText } from '../time/zone.ts'
import classes from './account-page.module.css'
import { tokensQuery } from './account-queries.ts'
import { type Expiry, expiriesWithin, expiryAt, expiryOnDay } from './expiry.ts'

/** A token as it is shown once. */
export interface MadeToken {
  readonly label: string
  readonly token: string
}

/** Makes a token: what it is for, and until when. */
export function NewToken({ onMade }: { onMade: (made: MadeToken) => void }) {
  const { account, app } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const { timezone, token_days_at_most } = useMe()
  const offered = expiriesWithin(token_days_at_most)
  const usual = offered.includes('d90') ? 'd90' : (offered.at(-2) ?? 'date')
  const [expiry, setExpiry] = useState<Expiry>(usual)
  const [day, setDay] = useState('')
  const zone = timezone ?? ownZone
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const expires_at = expiry === 'date' ? expiryOnDay(day, zone, serverNow()) : expiryAt(expiry, serverNow())
    if (label.trim() === '') return
    if (expires_at === undefined) {
      setRefusal(account.noLastDay)
      return
    }
    setSending(true)
    setRefusal(undefined)
    try {
      const attributes = { label: label.trim(), expires_at }
      const { data } = await client().createUserAppToken({ attributes })
      onMade({ label: data.attributes.label, token: data.attributes.token ?? '' })
      setOpen(false)
      setLabel('')
      await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : account.noAnswer)
    }
    setSending(false)
  }
  if (!isOpen)
    return (
      <Button
        variant="default"
        className={classes.button ?? ''}
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => setOpen(true)}
      >
        {account.newToken}
      </Button>
    )
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)}>
      <div className={classes.pair}>
        <TextInput
          label={account.label}
          placeholder={account.labelExample}
          maxLength={255}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          autoFocus
        />
        <Select
          label={account.expiry}
          data={offered.map((value) => ({ value, label: account.expiries[value] }))}
          value={expiry}
          onChange={(value) => setExpiry(offered.find((one) => one === value) ?? usual)}
          allowDeselect={false}
        />
        {expiry === 'date' && (
          <TextInput
            type="date"
            label={account.lastDay}
            description={zone}
            min={wallText(serverNow() / 1000, zone).slice(0, 10)}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
          />
        )}
      </div>
      {token_days_at_most !== null && <p className={classes.why}>{account.daysAtMost(token_days_at_most)}</p>}
      {refusal !== undefined && (
        <p className={classes.refusal} role="alert">
          <Icon name="warn" size={14} />
          {refusal}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          className={classes.button ?? ''}
          loading={isSending}
          disabled={label.trim() === ''}
        >
          {account.makeToken}
        </Button>
        <Button variant="default" className={classes.button ?? ''} onClick={() => setOpen(false)}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}
