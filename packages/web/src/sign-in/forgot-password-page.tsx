import { TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { Door, Refusal, Send, Told, Ways, WayTo, written } from './door.tsx'

/** Asks for a link by mail. Whether anybody has the address is told to nobody. */
export function ForgotPasswordPage() {
  const { signIn } = useWords()
  const [asked, setAsked] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const send = async (form: FormData) => {
    const email = written(form, 'email')
    setSending(true)
    setRefusal(undefined)
    try {
      await client().requestPasswordReset({ attributes: { email } })
      setAsked(email)
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : signIn.noAnswer)
    }
    setSending(false)
  }
  if (asked !== undefined)
    return (
      <Door title={signIn.lookIntoMail}>
        <div role="status">
          <Told>{signIn.mailIsComing(asked)}</Told>
        </div>
        <Told isSmall>{signIn.mailWhy}</Told>
        <Ways>
          <WayTo to="/sign-in" name={signIn.backToSignIn} />
        </Ways>
      </Door>
    )
  return (
    <Door title={signIn.forgot} onSend={send}>
      <Told>{signIn.forgotWhy}</Told>
      <TextInput
        name="email"
        type="email"
        label={signIn.email}
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        size="md"
      />
      <Refusal text={refusal} />
      <Send name={signIn.sendLink} isSending={isSending} />
      <Ways>
        <WayTo to="/sign-in" name={signIn.backToSignIn} />
      </Ways>
    </Door>
  )
}
