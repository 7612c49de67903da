import { Button } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import classes from './account-page.module.css'

interface AskTwiceProps {
  /** The verb. */
  readonly name: string
  /** What a screen reader hears, where the verb alone does not say of what. */
  readonly label?: string
  /** The question, with what will follow. */
  readonly question: string
  readonly perform: () => Promise<unknown>
}

/** A button that asks in place before it does something that cannot be got back. */
export function AskTwice({ name, label, question, perform }: AskTwiceProps) {
  const { account } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const act = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await perform()
      setAsking(false)
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : account.noAnswer)
    }
    setBusy(false)
  }
  if (!isAsking)
    return (
      <Button
        variant="default"
        className={classes.button ?? ''}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setAsking(true)}
      >
        {name}
      </Button>
    )
  return (
    <div className={classes.question} role="alertdialog" aria-label={question}>
      <p>{refusal ?? question}</p>
      <div className={classes.buttons}>
        <Button
          color="red"
          variant="light"
          className={classes.button ?? ''}
          loading={isBusy}
          autoFocus
          onClick={() => void act()}
        >
          {name}
        </Button>
        <Button variant="default" className={classes.button ?? ''} onClick={() => setAsking(false)}>
          {account.keep}
        </Button>
      </div>
    </div>
  )
}
