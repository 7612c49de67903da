import { Button } from '@mantine/core'
import { ApiError } from '@runsheet/client'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { client } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import classes from './account-page.module.css'
import { AskTwice } from './ask-twice.tsx'
import { Group } from './row.tsx'

/** Ends the session of this browser, or every session, and goes to the door. */
export function SignOut() {
  const { account } = useWords()
  const navigate = useNavigate()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const goToTheDoor = async () => {
    await navigate({ to: '/sign-in', replace: true })
    queryClient.clear()
  }
  const leaveEverywhere = async () => {
    await client().signOut({ query: { all: true } })
    await goToTheDoor()
  }
  const leave = async () => {
    setSending(true)
    setRefusal(undefined)
    try {
      await client().signOut({})
    } catch (error) {
      // A session that has ended already is no reason to stay.
      if (!(error instanceof ApiError && (error.status === 401 || error.status === 404))) {
        setRefusal(error instanceof ApiError ? error.message : account.noAnswer)
        setSending(false)
        return
      }
    }
    await goToTheDoor()
  }
  return (
    <Group title={account.signOut} why={account.signOutWhy}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          className={classes.button ?? ''}
          leftSection={<Icon name="signOut" size={14} />}
          loading={isSending}
          onClick={() => void leave()}
        >
          {account.signOut}
        </Button>
        {refusal !== undefined && (
          <span className={classes.refusal} role="alert">
            <Icon name="warn" size={14} />
            {refusal}
          </span>
        )}
        <AskTwice
          name={account.signOutEverywhere}
          question={account.signOutEverywhereSure}
          perform={leaveEverywhere}
        />
      </div>
    </Group>
  )
}
