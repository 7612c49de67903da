import { PasswordInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { type LinkPurpose, PASSWORD_AT_LEAST, PASSWORD_AT_MOST } from '@runsheet/contract'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { lengthOfPassword, type PasswordFaults, passwordFaults } from '../account/password-check.ts'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { CodeField } from './code-field.tsx'
import { Door, Refusal, Send, Told, WayOf, Ways, WayTo, written } from './door.tsx'
import { linkSecret } from './link-secret.ts'

/** Where the link of a mail about a forgotten password leads. */
export const ResetPasswordPage = () => <SetPasswordPage purpose="reset" />

/** Where the link of an invitation leads. */
export const InvitationPage = () => <SetPasswordPage purpose="invitation" />

/** Sets a password by the link of a mail, and signs in. */
function SetPasswordPage({ purpose }: { purpose: LinkPurpose }) {
  const { signIn } = useWords()
  const link = linkSecret(useLocation().hash)
  const title = purpose === 'reset' ? signIn.setNew : signIn.welcome
  if (link === undefined)
    return (
      <Door title={title}>
        <Refusal text={signIn.linkCutOff} />
        <OtherWays purpose={purpose} />
      </Door>
    )
  return <PasswordForm title={title} purpose={purpose} link={link} />
}

/** Whoever was invited cannot ask for another link; an administrator does. */
function OtherWays({ purpose }: { purpose: LinkPurpose }) {
  const { signIn } = useWords()
  return (
    <>
      {purpose === 'invitation' && <Told isSmall>{signIn.askAnew}</Told>}
      <Ways>
        {purpose === 'reset' && <WayTo to="/forgot-password" name={signIn.anotherLink} />}
        <WayTo to="/sign-in" name={signIn.backToSignIn} />
      </Ways>
    </>
  )
}

/** Refusals that are of the link: nothing that is typed helps. */
const ofLink: ReadonlySet<string> = new Set(['link_unknown', 'link_used', 'link_superseded', 'link_expired'])

interface PasswordFormProps {
  readonly title: string
  readonly purpose: LinkPurpose
  readonly link: string
}

function PasswordForm({ title, purpose, link }: PasswordFormProps) {
  const { signIn, account } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState({ fresh: '', again: '' })
  const [faults, setFaults] = useState<PasswordFaults>({})
  const [refused, setRefused] = useState<{ code?: string; text: string } | undefined>(undefined)
  const [asksCode, setAsksCode] = useState(false)
  const [isRecovery, setRecovery] = useState(false)
  const [isSending, setSending] = useState(false)
  const change = (name: keyof typeof typed) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setTyped((before) => ({ ...before, [name]: value }))
    setFaults({})
  }
  const send = async (form: FormData) => {
    const found = passwordFaults({ current: '', ...typed }, PASSWORD_AT_LEAST)
    setFaults(found)
    if (found.fresh || found.again) return
    setSending(true)
    setRefused(undefined)
    try {
      const code = asksCode ? { code: written(form, 'code') } : {}
      await client().setPassword({ attributes: { link, password: typed.fresh, ...code } })
      queryClient.clear()
      await navigate({ to: '/', replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) setRefused({ text: signIn.noAnswer })
      else if (error.code === 'second_factor_required') setAsksCode(true)
      else setRefused({ text: error.message, ...(error.code && { code: error.code }) })
      setSending(false)
    }
  }
  if (refused?.code && ofLink.has(refused.code))
    return (
      <Door title={title}>
        <Refusal text={refused.text} />
        <OtherWays purpose={purpose} />
      </Door>
    )
  return (
    <Door title={title} onSend={send}>
      <Told>{purpose === 'reset' ? signIn.setNewWhy : signIn.welcomeWhy}</Told>
      <PasswordInput
        label={account.newPassword}
        description={account.passwordRule(PASSWORD_AT_LEAST)}
        autoComplete="new-password"
        maxLength={PASSWORD_AT_MOST}
        value={typed.fresh}
        onChange={change('fresh')}
        error={faults.fresh && account.tooShort(lengthOfPassword(typed.fresh), PASSWORD_AT_LEAST)}
        visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
        autoFocus
        size="md"
      />
      <PasswordInput
        label={account.newAgain}
        autoComplete="new-password"
        maxLength={PASSWORD_AT_MOST}
        value={typed.again}
        onChange={change('again')}
        error={faults.again && account.notSame}
        visibilityToggleButtonProps={{ 'aria-label': account.showPassword }}
        size="md"
      />
      {asksCode && <CodeField isRecovery={isRecovery} autoFocus size="md" />}
      <Refusal text={refused?.text} />
      <Send name={signIn.setAndEnter} isSending={isSending} />
      {asksCode && (
        <Ways>
          <WayOf
            name={isRecovery ? signIn.useAuthenticator : signIn.useRecoveryCode}
            onClick={() => setRecovery(!isRecovery)}
          />
        </Ways>
      )}
    </Door>
  )
}
