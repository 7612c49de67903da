import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import rows from '../../account/account-page.module.css'
import { Refused } from '../../account/row.tsx'
import shown from '../../account/shown-token.module.css'
import { Secret } from '../../account/shown-token.tsx'
import { useSending } from '../../account/use-sending.ts'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { signInPageQuery } from '../../sign-in/sign-in-page-query.ts'
import classes from '../settings.module.css'
import { readPeopleAgain } from './read-people-again.ts'

interface InviteAgainProps {
  readonly userId: string
  readonly email: string
}

/** Invites somebody who has not signed in yet: by mail, or by a link that is shown this once where the server sends none. */
export function InviteAgain({ userId, email }: InviteAgainProps) {
  const { settings, account } = useWords()
  const words = settings.people
  const { data: page } = useQuery(signInPageQuery)
  const [message, setMessage] = useState('')
  const [made, setMade] = useState<{ readonly link: string | undefined } | undefined>(undefined)
  const sending = useSending(async () => {
    const attributes = message.trim() === '' ? {} : { message: message.trim() }
    const { data } = await client().createInvitation({ params: { user_id: userId }, attributes })
    setMade({ link: data.attributes.link })
    setMessage('')
    await readPeopleAgain()
  })
  if (made?.link !== undefined)
    return (
      <div className={shown.made} role="status">
        <p className={rows.name}>{words.linkMade(email)}</p>
        <p className={shown.why}>{words.linkShownOnce}</p>
        <Secret text={made.link} />
        <div className={rows.buttons}>
          <Button className={rows.button ?? ''} onClick={() => setMade(undefined)}>
            {account.done}
          </Button>
        </div>
      </div>
    )
  const sendsMail = page?.password_reset ?? true
  return (
    <form className={classes.form} style={{ marginTop: 0 }} onSubmit={sending.send}>
      {sendsMail ? (
        <Textarea
          label={words.message}
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
      ) : (
        <p className={rows.why}>{words.noMail}</p>
      )}
      <Refused text={sending.refusal} />
      <div role="status">
        {made && (
          <span className={rows.saved}>
            <Icon name="check" size={14} />
            {words.invitationSent(email)}
          </span>
        )}
      </div>
      <div className={rows.buttons}>
        <Button type="submit" variant="default" className={rows.button ?? ''} loading={sending.isSending}>
          {sendsMail ? words.inviteAgain : words.makeLink}
        </Button>
      </div>
    </form>
  )
}
