import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import classes from './state-page.module.css'

/** Where no page is. */
export function NotFoundPage() {
  const { app } = useWords()
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{app.notFoundTitle}</h1>
      <p className={classes.text}>{app.pageNotFound}</p>
      <Button component={Link} to="/" variant="default">
        {app.home}
      </Button>
    </main>
  )
}
