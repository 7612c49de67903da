import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from '../settings/rooms.ts'
import { Initials } from '../signs/owner-stack.tsx'
import classes from './account-page.module.css'
import { Look } from './look.tsx'
import { Password } from './password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import { SignOut } from './sign-out.tsx'
import { Tokens } from './tokens.tsx'
import { You } from './you.tsx'

/** What belongs to the person: name, look, password, second factor, where they are signed in, and what calls the API as them. */
export function AccountPage() {
  const { account, settings } = useWords()
  const me = useMe()
  useEffect(() => {
    document.title = `${account.title} · Runsheet`
  }, [account.title])
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Initials name={me.name} isMe size={44} />
        <div>
          <h1>{account.title}</h1>
          <p>
            {me.name} · {me.email}
          </p>
        </div>
        {roomsOf(me).length > 0 && (
          <Button component={Link} to="/settings" variant="default" className={classes.toSettings ?? ''}>
            {settings.title}
          </Button>
        )}
      </header>
      <You />
      <Look />
      <Password />
      <SecondFactor />
      <Sessions />
      <Tokens />
      <SignOut />
    </main>
  )
}
