import { Button, PasswordInput, Skeleton } from '@mantine/core'
import { PASSWORD_AT_MOST } from '@runsheet/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { useMe } from '../server/use-me.ts'
import { CodeField } from '../sign-in/code-field.tsx'
import classes from './account-page.module.css'
import { readFactorAgain, secondFactorQuery } from './account-queries.ts'
import { NewFactor } from './new-factor.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Group, Refused } from './row.tsx'
import { useSending } from './use-sending.ts'
import { useWhen } from './use-when.ts'

/** What is being done about the second factor. */
type Doing = 'nothing' | 'begin' | 'end' | 'codes'

/** The authenticator whose codes one signs in with as well: on, off, and what helps when it is lost. */
export function SecondFactor() {
  const { account } = useWords()
  const when = useWhen()
  const { data: factor, isError } = useQuery(secondFactorQuery)
  const [doing, setDoing] = useState<Doing>('nothing')
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined)
  const done = (made?: readonly string[]) => {
    setDoing('nothing')
    setCodes(made)
  }
  return (
    <Group title={account.factor} why={account.factorWhy}>
      {isError && <p className={classes.why}>{account.readFails}</p>}
      {!factor && !isError && <Skeleton height={36} />}
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {factor && (
        <p className={classes.name}>
          {factor.enabled && <Icon name="check" size={14} />}
          {factor.enabled ? account.factorOn(when(factor.confirmed_at ?? '')) : account.factorOff}
        </p>
      )}
      {factor?.enabled && <p className={classes.why}>{account.codesLeft(factor.recovery_codes_left)}</p>}
      {factor && !factor.enabled && doing === 'nothing' && (
        <Button variant="default" className={classes.button ?? ''} onClick={() => setDoing('begin')}>
          {account.addFactor}
        </Button>
      )}
      {doing === 'begin' && <NewFactor onDone={done} onCancel={() => done()} />}
      {factor?.enabled && doing === 'nothing' && (
        <div className={classes.buttons}>
          <Button variant="default" className={classes.button ?? ''} onClick={() => setDoing('codes')}>
            {account.newCodes}
          </Button>
          <Button variant="default" className={classes.button ?? ''} onClick={() => setDoing('end')}>
            {account.endFactor}
          </Button>
        </div>
      )}
      {(doing === 'codes' || doing === 'end') && (
        <Prove key={doing} doing={doing} onDone={done} onCancel={() => done()} />
      )}
    </Group>
  )
}

interface ProveProps {
  readonly doing: 'end' | 'codes'
  readonly onDone: (codes?: readonly string[]) => void
  readonly onCancel: () => void
}

/** Asks for password and code before something changes that is there to keep others out. */
function Prove({ doing, onDone, onCancel }: ProveProps) {
  const { account, app, signIn } = useWords()
  const me = useMe()
  const [isRecovery, setRecovery] = useState(false)
  const [typed, setTyped] = useState({ current_password: '', code: '' })
  const { send, isSending, faultOf, refusal } = useSending(async () => {
    const { current_password, code } = typed
    const meta = { code, ...(me.has_password ? { current_password } : {}) }
    if (doing === 'end') await client().endSecondFactor({ meta })
    const made = doing === 'end' ? undefined : await client().makeRecoveryCodes({ meta })
    await readFactorAgain()
    onDone(made?.data.attributes.recovery_codes)
  })
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <p className={classes.why}>{doing === 'end' ? account.endFactorWhy : account.newCodesWhy}</p>
      <input type="email" autoComplete="username" value={me.email} readOnly hidden />
      {me.has_password && (
        <PasswordInput
          className={classes.secretField ?? ''}
          visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
          label={account.currentPassword}
          autoComplete="current-password"
          maxLength={PASSWORD_AT_MOST}
          value={typed.current_password}
          onChange={({ currentTarget: { value } }) =>
            setTyped((before) => ({ ...before, current_password: value }))
          }
          error={faultOf('wrong_password')}
          autoFocus
        />
      )}
      <CodeField
        isRecovery={isRecovery}
        value={typed.code}
        onChange={(code) => setTyped((before) => ({ ...before, code }))}
        error={faultOf('wrong_code')}
      />
      <Refused text={refusal} />
      <div className={classes.buttons}>
        <Button
          type="submit"
          {...(doing === 'end' ? { color: 'red', variant: 'light' } : {})}
          className={classes.button ?? ''}
          loading={isSending}
          disabled={typed.code === '' || (me.has_password && typed.current_password === '')}
        >
          {doing === 'end' ? account.endFactor : account.newCodes}
        </Button>
        <Button variant="default" className={classes.button ?? ''} onClick={onCancel}>
          {app.cancel}
        </Button>
        <Button variant="subtle" className={classes.button ?? ''} onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? signIn.useAuthenticator : signIn.useRecoveryCode}
        </Button>
      </div>
    </form>
  )
}
