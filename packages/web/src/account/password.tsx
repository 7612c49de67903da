import { Button, PasswordInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { PASSWORD_AT_LEAST, PASSWORD_AT_MOST } from '@runsheet/contract'
import { type FormEvent, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { meQuery, useMe } from '../server/use-me.ts'
import classes from './account-page.module.css'
import { sessionsQuery } from './account-queries.ts'
import { lengthOfPassword, type PasswordFaults, passwordFaults } from './password-check.ts'
import { Group } from './row.tsx'

/** Changes the password: what was typed is checked before it is sent, and a refusal stands at its field. */
export function Password() {
  const { account } = useWords()
  const me = useMe()
  const [typed, setTyped] = useState({ current: '', fresh: '', again: '' })
  const [faults, setFaults] = useState<PasswordFaults>({})
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const [isDone, setDone] = useState(false)
  const change = (name: keyof typeof typed) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setTyped((before) => ({ ...before, [name]: value }))
    setFaults({})
    setDone(false)
    setRefusal(undefined)
    if (name === 'current') setWrong(undefined)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const found = passwordFaults(typed, PASSWORD_AT_LEAST)
    setFaults(found)
    if (found.fresh || found.again) return
    setSending(true)
    setRefusal(undefined)
    setWrong(undefined)
    try {
      const meta = { password: typed.fresh, ...(me.has_password ? { current_password: typed.current } : {}) }
      await client().updateMe({ meta })
      setTyped({ current: '', fresh: '', again: '' })
      setDone(true)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
      ])
    } catch (error) {
      if (!(error instanceof ApiError)) setRefusal(account.noAnswer)
      else if (error.code === 'wrong_password') setWrong(error.message)
      else setRefusal(error.message)
    }
    setSending(false)
  }
  const look = {
    className: classes.secretField ?? '',
    visibilityToggleButtonProps: { 'aria-label': account.showPassword },
  }
  const freshFault =
    faults.fresh === 'too_short'
      ? account.tooShort(lengthOfPassword(typed.fresh), PASSWORD_AT_LEAST)
      : faults.fresh && account.sameAsBefore
  return (
    <Group title={account.password} why={account.passwordEnds}>
      <form className={classes.form} onSubmit={(event) => void send(event)} noValidate>
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        {me.has_password ? (
          <PasswordInput
            {...look}
            label={account.currentPassword}
            autoComplete="current-password"
            value={typed.current}
            onChange={change('current')}
            error={wrong}
          />
        ) : (
          <p className={classes.why}>{account.passwordNone}</p>
        )}
        <PasswordInput
          {...look}
          label={account.newPassword}
          description={account.passwordRule(PASSWORD_AT_LEAST)}
          autoComplete="new-password"
          maxLength={PASSWORD_AT_MOST}
          value={typed.fresh}
          onChange={change('fresh')}
          error={freshFault}
        />
        <PasswordInput
          {...look}
          label={account.newAgain}
          autoComplete="new-password"
          maxLength={PASSWORD_AT_MOST}
          value={typed.again}
          onChange={change('again')}
          error={faults.again && account.notSame}
        />
        <div className={classes.buttons}>
          <Button
            type="submit"
            variant="default"
            className={classes.button ?? ''}
            loading={isSending}
            disabled={typed.fresh === '' || (me.has_password && typed.current === '')}
          >
            {account.changePassword}
          </Button>
          <span aria-live="polite" className={isDone ? classes.saved : classes.refusal}>
            {(isDone || refusal) && <Icon name={isDone ? 'check' : 'warn'} size={14} />}
            {isDone ? account.passwordChanged : refusal}
          </span>
        </div>
      </form>
    </Group>
  )
}
