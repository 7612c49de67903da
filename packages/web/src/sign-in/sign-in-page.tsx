import { PasswordInput, TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { CodeField } from './code-field.tsx'
import { Door, Refusal, Send, Told, WayOf, Ways, WayTo, written } from './door.tsx'
import { signInPageQuery } from './sign-in-page-query.ts'

/** What was right, and now needs a code. */
interface Proven {
  readonly email: string
  readonly password: string
}

/** The door: e-mail address and password, and the code of whoever has a second factor. What is refused stands at the form. */
export function SignInPage() {
  const { to } = useSearch({ strict: false }) as unknown as { to?: string }
  const navigate = useNavigate()
  const [proven, setProven] = useState<Proven | undefined>(undefined)
  const enter = async () => {
    queryClient.clear()
    await navigate({ href: to ?? '/', replace: true })
  }
  return proven === undefined ? (
    <PasswordStep onProven={setProven} onEntered={enter} />
  ) : (
    <CodeStep proven={proven} onBack={() => setProven(undefined)} onEntered={enter} />
  )
}

interface PasswordStepProps {
  readonly onProven: (proven: Proven) => void
  readonly onEntered: () => Promise<void>
}

function PasswordStep({ onProven, onEntered }: PasswordStepProps) {
  const { signIn } = useWords()
  const { data: options } = useQuery(signInPageQuery)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const send = async (form: FormData) => {
    const attributes = { email: written(form, 'email'), password: written(form, 'password') }
    setSending(true)
    setRefusal(undefined)
    try {
      await client().signIn({ attributes })
      await onEntered()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'second_factor_required') onProven(attributes)
      else setRefusal(error instanceof ApiError ? error.message : signIn.noAnswer)
      setSending(false)
    }
  }
  return (
    <Door title={signIn.title} onSend={send}>
      <TextInput
        name="email"
        type="email"
        label={signIn.email}
        autoComplete="username"
        required
        autoFocus
        size="md"
      />
      <PasswordInput
        name="password"
        label={signIn.password}
        autoComplete="current-password"
        required
        size="md"
      />
      <Refusal text={refusal} />
      <Send name={signIn.enter} isSending={isSending} />
      {options?.password_reset && (
        <Ways>
          <WayTo to="/forgot-password" name={signIn.forgot} />
        </Ways>
      )}
      <Told isSmall>{signIn.hint}</Told>
    </Door>
  )
}

interface CodeStepProps {
  readonly proven: Proven
  readonly onBack: () => void
  readonly onEntered: () => Promise<void>
}

function CodeStep({ proven, onBack, onEntered }: CodeStepProps) {
  const { signIn } = useWords()
  const [isRecovery, setRecovery] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const send = async (form: FormData) => {
    setSending(true)
    setRefusal(undefined)
    try {
      await client().signIn({ attributes: { ...proven, code: written(form, 'code') } })
      await onEntered()
    } catch (error) {
      if (!(error instanceof ApiError)) setRefusal(signIn.noAnswer)
      // The password was right a moment ago.
      else setRefusal(error.code === 'invalid_credentials' ? signIn.wrongCode : error.message)
      setSending(false)
    }
  }
  const change = () => {
    setRecovery(!isRecovery)
    setRefusal(undefined)
  }
  return (
    <Door title={signIn.secondFactor} onSend={send}>
      <Told>{proven.email}</Told>
      <CodeField isRecovery={isRecovery} autoFocus size="md" />
      <Refusal text={refusal} />
      <Send name={signIn.enter} isSending={isSending} />
      <Ways>
        <WayOf name={isRecovery ? signIn.useAuthenticator : signIn.useRecoveryCode} onClick={change} />
        <WayOf name={signIn.back} onClick={onBack} />
      </Ways>
    </Door>
  )
}
