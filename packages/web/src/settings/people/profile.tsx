import { Button, TextInput } from '@mantine/core'
import { ApiError, type ResultOf } from '@runsheet/client'
import { type FormEvent, useState } from 'react'
import { SaveNote } from '../../account/row.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import classes from '../settings.module.css'
import { readPeopleAgain } from './read-people-again.ts'

type Person = ResultOf<'getUser'>['data']

const members = ['first_name', 'last_name', 'email', 'job_title', 'phone'] as const
type Member = (typeof members)[number]

/** Name, address and what else is known of a person, saved together: an address is how somebody signs in. */
export function Profile({ person }: { readonly person: Person }) {
  const { settings, app } = useWords()
  const words = settings.people
  const kept = (member: Member) => person.attributes[member] ?? ''
  const [typed, setTyped] = useState<Partial<Record<Member, string>>>({})
  const [isSending, setSending] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const changed = members.filter((member) => (typed[member] ?? kept(member)).trim() !== kept(member))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setRefusal(undefined)
    try {
      const attributes = Object.fromEntries(
        changed.map((member) => {
          const text = (typed[member] ?? '').trim()
          return [member, text === '' && member !== 'email' ? null : text]
        }),
      )
      await client().updateUser({ params: { id: person.id }, attributes })
      await readPeopleAgain()
      setTyped({})
      setSaved(true)
    } catch (error) {
      setRefusal(error instanceof ApiError && error.status < 500 ? error.message : app.nothingChanged)
    }
    setSending(false)
  }
  const field = (member: Member, label: string, type = 'text') => (
    <TextInput
      type={type}
      label={label}
      value={typed[member] ?? kept(member)}
      maxLength={255}
      onChange={(event) => {
        setTyped({ ...typed, [member]: event.currentTarget.value })
        setSaved(false)
      }}
    />
  )
  return (
    <form className={classes.form} style={{ marginTop: 0 }} onSubmit={(event) => void save(event)} noValidate>
      <div className={classes.pair}>
        {field('first_name', words.firstName)}
        {field('last_name', words.lastName)}
      </div>
      {field('email', words.email, 'email')}
      <div className={classes.pair}>
        {field('job_title', words.jobTitle)}
        {field('phone', words.phone, 'tel')}
      </div>
      <div>
        <Button type="submit" disabled={changed.length === 0} loading={isSending}>
          {app.save}
        </Button>
        <SaveNote isSaved={isSaved} refusal={refusal} />
      </div>
    </form>
  )
}
