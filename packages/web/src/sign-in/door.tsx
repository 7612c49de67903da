import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect } from 'react'
import { Logo } from '../app/logo.tsx'
import { Icon } from '../design/icons.tsx'
import classes from './door.module.css'

interface DoorProps {
  readonly title: string
  readonly onSend?: (form: FormData) => Promise<void>
  readonly children: ReactNode
}

/** A page for somebody who is not in yet: one narrow form. */
export function Door({ title, onSend, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Runsheet`
  }, [title])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void onSend?.(new FormData(event.currentTarget))
  }
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={send}>
        <div className={classes.brand}>
          <Logo size={32} />
          <span>Runsheet</span>
        </div>
        <h1 className={classes.title}>{title}</h1>
        {children}
      </form>
    </main>
  )
}

/** What the server has refused, in its words. */
export function Refusal({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p className={classes.refusal} role="alert">
      <Icon name="warn" />
      {text}
    </p>
  )
}

/** What was written in a field. */
export function written(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** A sentence under the title, or at the end of a form. */
export function Told({ children, isSmall = false }: { children: ReactNode; isSmall?: boolean }) {
  return <p className={isSmall ? classes.hint : classes.text}>{children}</p>
}

/** What sends the form. */
export function Send({ name, isSending }: { name: string; isSending: boolean }) {
  return (
    <Button type="submit" h={40} fullWidth loading={isSending}>
      {name}
    </Button>
  )
}

/** Another way, below what sends the form. */
export function Ways({ children }: { children: ReactNode }) {
  return <div className={classes.ways}>{children}</div>
}

/** A way to another page of the door. */
export function WayTo({ to, name }: { to: '/sign-in' | '/forgot-password'; name: string }) {
  return (
    <Button component={Link} to={to} variant="subtle" px={0} className={classes.way ?? ''}>
      {name}
    </Button>
  )
}

/** Another way to fill in the same form. */
export function WayOf({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Button variant="subtle" px={0} className={classes.way ?? ''} onClick={onClick}>
      {name}
    </Button>
  )
}
