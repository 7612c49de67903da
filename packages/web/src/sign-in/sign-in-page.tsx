import { Button, PasswordInput, TextInput } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { Logo } from '../app/logo.tsx'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import classes from './sign-in-page.module.css'

/** The door: e-mail address and password. What the server refuses stands at the form, and what was typed stays. */
export function SignInPage() {
  const { signIn } = useWords()
  const { to } = useSearch({ strict: false }) as unknown as { to?: string }
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    document.title = `${signIn.title} · Runsheet`
  }, [signIn.title])

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const written = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    setSending(true)
    setRefusal(undefined)
    try {
      const attributes = { email: written('email'), password: written('password') }
      await client().signIn({ attributes })
      queryClient.clear()
      await navigate({ href: to ?? '/', replace: true })
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : signIn.noAnswer)
      setSending(false)
    }
  }

  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={(event) => void send(event)}>
        <div className={classes.brand}>
          <Logo size={32} />
          <span>Runsheet</span>
        </div>
        <h1 className={classes.title}>{signIn.title}</h1>
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
        {refusal !== undefined && (
          <p className={classes.refusal} role="alert">
            <Icon name="warn" />
            {refusal}
          </p>
        )}
        <Button type="submit" h={40} fullWidth loading={isSending}>
          {signIn.enter}
        </Button>
        <p className={classes.hint}>{signIn.hint}</p>
      </form>
    </main>
  )
}
