import { Button } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { Link, Navigate, useLocation } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import classes from './state-page.module.css'

interface ErrorPageProps {
  readonly error: unknown
  readonly reset?: () => void
  /** What is not there, where no answer of the server says it. */
  readonly missing?: string
}

/** What is shown in place of a page or view that could not be: not there, not allowed, or the server failed. */
export function ErrorPage({ error, reset, missing }: ErrorPageProps) {
  const { app } = useWords()
  const { href } = useLocation()
  const status = error instanceof ApiError ? error.status : undefined
  if (status === 401) return <Navigate to="/sign-in" search={{ to: href }} replace />
  if (status === 404 || missing !== undefined)
    return (
      <main className={classes.page}>
        <h1 className={classes.title}>{app.notFoundTitle}</h1>
        <p className={classes.text}>{missing ?? app.notFound}</p>
        <Button component={Link} to="/runbooks" variant="default">
          {app.allRunbooks}
        </Button>
      </main>
    )
  if (status === 403)
    return (
      <main className={classes.page}>
        <h1 className={classes.title}>{app.noPermission}</h1>
        <p className={classes.text}>{(error as ApiError).message}</p>
        <Button component={Link} to="/" variant="default">
          {app.home}
        </Button>
      </main>
    )
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{app.nothingChanged}</h1>
      {error instanceof ApiError && error.requestId && (
        <p className={classes.text}>
          {app.codeToQuote} <code className={classes.code}>{error.requestId}</code>
        </p>
      )}
      <Button variant="default" onClick={() => (reset ? reset() : window.location.reload())}>
        {app.tryAgain}
      </Button>
    </main>
  )
}
