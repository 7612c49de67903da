import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import segments from '../../account/account-page.module.css'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { signInPageQuery } from '../../sign-in/sign-in-page-query.ts'
import { FormModal } from '../forms/form-modal.tsx'
import classes from '../settings.module.css'
import { readPeopleAgain } from './read-people-again.ts'

/** Adds a person, with or without an invitation by mail, or a program; and opens the page where roles are granted. */
export function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useWords()
  const words = settings.people
  const navigate = useNavigate()
  const [kind, setKind] = useState<'person' | 'program'>('person')
  const [firstName, setFirstName] = useState('')
  const [lastName, setLastName] = useState('')
  const [email, setEmail] = useState('')
  const [isInvited, setInvited] = useState(true)
  const [message, setMessage] = useState('')
  const isProgram = kind === 'program'
  const { data: page } = useQuery(signInPageQuery)
  const sendsMail = page?.password_reset ?? true
  const invites = isInvited && sendsMail
  const add = async () => {
    const { data } = await client().createUser({
      attributes: {
        first_name: firstName.trim(),
        last_name: lastName.trim(),
        email: email.trim(),
        ...(isProgram ? { non_interactive: true } : {}),
      },
      ...(isProgram
        ? {}
        : {
            meta: {
              invitation: invites
                ? message.trim() === ''
                  ? {}
                  : { message: message.trim() }
                : { skip: true },
            },
          }),
    })
    await readPeopleAgain()
    await navigate({ to: '/settings/people/$userId', params: { userId: data.id } })
  }
  return (
    <FormModal
      title={words.addTitle}
      verb={isProgram ? words.addProgram : invites ? words.invite : words.addPerson}
      isBlocked={email.trim() === '' || firstName.trim() === ''}
      onSubmit={add}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={words.addTitle}
        classNames={{
          root: segments.segments ?? '',
          label: segments.segment ?? '',
          indicator: segments.indicator ?? '',
        }}
        value={kind}
        onChange={setKind}
        data={[
          { value: 'person', label: words.aPerson },
          { value: 'program', label: words.aProgram },
        ]}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.firstName}
          value={firstName}
          maxLength={255}
          required
          data-autofocus
          onChange={(event) => setFirstName(event.currentTarget.value)}
        />
        <TextInput
          label={words.lastName}
          value={lastName}
          maxLength={255}
          onChange={(event) => setLastName(event.currentTarget.value)}
        />
      </div>
      <TextInput
        type="email"
        label={words.email}
        value={email}
        required
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {isProgram ? (
        <p className={classes.why}>{words.programWhy}</p>
      ) : !sendsMail ? (
        <p className={classes.why}>{words.noMailYet}</p>
      ) : (
        <Checkbox
          size="xs"
          label={words.sendInvitation}
          checked={isInvited}
          onChange={(event) => setInvited(event.currentTarget.checked)}
        />
      )}
      {!isProgram && invites && (
        <Textarea
          label={words.message}
          autosize
          minRows={2}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
      )}
    </FormModal>
  )
}
