import { Button, PasswordInput } from '@mantine/core'
import { PASSWORD_AT_MOST } from '@runsheet/contract'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { useMe } from '../server/use-me.ts'
import { CodeField } from '../sign-in/code-field.tsx'
import classes from './account-page.module.css'
import { readFactorAgain } from './account-queries.ts'
import { QrCode } from './qr-code.tsx'
import { Refused } from './row.tsx'
import { Secret } from './shown-token.tsx'
import { useSending } from './use-sending.ts'

interface NewFactorProps {
  readonly onDone: (codes: readonly string[]) => void
  readonly onCancel: () => void
}

/** What an authenticator is to be told. */
interface Begun {
  readonly secret: string
  readonly uri: string
}

/** Two steps: the password, then the picture for the authenticator and a first code of it. */
export function NewFactor({ onDone, onCancel }: NewFactorProps) {
  const me = useMe()
  const [begun, setBegun] = useState<Begun | undefined>(undefined)
  return begun === undefined ? (
    <Begin hasPassword={me.has_password} email={me.email} onBegun={setBegun} onCancel={onCancel} />
  ) : (
    <Confirm begun={begun} onDone={onDone} onCancel={onCancel} />
  )
}

interface BeginProps {
  readonly hasPassword: boolean
  readonly email: string
  readonly onBegun: (begun: Begun) => void
  readonly onCancel: () => void
}

function Begin({ hasPassword, email, onBegun, onCancel }: BeginProps) {
  const { account, app } = useWords()
  const [current_password, setPassword] = useState('')
  const { send, isSending, faultOf, refusal } = useSending(async () => {
    const { data } = await client().beginSecondFactor(hasPassword ? { meta: { current_password } } : {})
    const { secret = '', uri = '' } = data.attributes
    onBegun({ secret, uri })
  })
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <p className={classes.why}>{account.addFactorWhy}</p>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <PasswordInput
          className={classes.secretField ?? ''}
          visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
          label={account.currentPassword}
          autoComplete="current-password"
          maxLength={PASSWORD_AT_MOST}
          value={current_password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
          error={faultOf('wrong_password')}
          autoFocus
        />
      )}
      <Refused text={refusal} />
      <div className={classes.buttons}>
        <Button
          type="submit"
          className={classes.button ?? ''}
          loading={isSending}
          disabled={hasPassword && current_password === ''}
        >
          {account.goOn}
        </Button>
        <Button variant="default" className={classes.button ?? ''} onClick={onCancel}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}

interface ConfirmProps {
  readonly begun: Begun
  readonly onDone: (codes: readonly string[]) => void
  readonly onCancel: () => void
}

function Confirm({ begun: { secret, uri }, onDone, onCancel }: ConfirmProps) {
  const { account, app } = useWords()
  const [code, setCode] = useState('')
  const { send, isSending, faultOf, refusal } = useSending(async () => {
    const { data } = await client().confirmSecondFactor({ meta: { code } })
    await readFactorAgain()
    onDone(data.attributes.recovery_codes ?? [])
  })
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <p className={classes.why}>{account.scan}</p>
      <QrCode text={uri} label={account.qrCode} />
      <div>
        <p className={classes.why}>{account.typeInstead}</p>
        <Secret text={secret.replace(/(.{4})(?!$)/g, '$1 ')} />
      </div>
      <CodeField value={code} onChange={setCode} error={faultOf('wrong_code')} autoFocus />
      <Refused text={refusal} />
      <div className={classes.buttons}>
        <Button type="submit" className={classes.button ?? ''} loading={isSending} disabled={code === ''}>
          {account.confirmFactor}
        </Button>
        <Button variant="default" className={classes.button ?? ''} onClick={onCancel}>
          {app.cancel}
        </Button>
      </div>
    </form>
  )
}
