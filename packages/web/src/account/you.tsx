import { Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { ownZone } from '../time/format.ts'
import classes from './account-page.module.css'
import { Group, SaveNote } from './row.tsx'
import { useSaveMe } from './use-save-me.ts'

/** Name and time zone; the address by which one signs in is only shown. */
export function You() {
  const { account } = useWords()
  const me = useMe()
  return (
    <Group title={account.you}>
      <div className={classes.pair}>
        <NameField name="first_name" label={account.firstName} autoComplete="given-name" />
        <NameField name="last_name" label={account.lastName} autoComplete="family-name" />
      </div>
      <TextInput label={account.email} value={me.email} readOnly description={account.emailWhy} />
      <ZoneField />
    </Group>
  )
}

interface NameFieldProps {
  readonly name: 'first_name' | 'last_name'
  readonly label: string
  readonly autoComplete: string
}

function NameField({ name, label, autoComplete }: NameFieldProps) {
  const kept = useMe()[name] ?? ''
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const saving = useSaveMe(name)
  const leave = async () => {
    const next = (typed ?? kept).trim()
    if (next === kept) {
      setTyped(undefined)
      return
    }
    const done = await saving.save({ [name]: next === '' ? null : next })
    // What was refused stays to be mended.
    if (done) setTyped(undefined)
  }
  return (
    <div>
      <TextInput
        label={label}
        autoComplete={autoComplete}
        maxLength={255}
        value={typed ?? kept}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void leave()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      <SaveNote {...saving} />
    </div>
  )
}

/** Stands for the zone of the browser in the list. */
const BROWSER = 'browser'

function ZoneField() {
  const { account } = useWords()
  const { timezone } = useMe()
  const saving = useSaveMe('timezone')
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone')
    const all = timezone !== null && !known.includes(timezone) ? [timezone, ...known] : known
    return [
      { value: BROWSER, label: account.asBrowser(zoneLabel(ownZone)) },
      ...(all.includes('UTC') ? [] : [{ value: 'UTC', label: 'UTC' }]),
      ...all.map((zone) => ({ value: zone, label: zoneLabel(zone) })),
    ]
  }, [timezone, account])
  return (
    <div>
      <Select
        label={account.timezone}
        description={account.timezoneWhy}
        data={zones}
        value={timezone ?? BROWSER}
        onChange={(value) => {
          if (value !== null) void saving.save({ timezone: value === BROWSER ? null : value })
        }}
        searchable
        allowDeselect={false}
        limit={60}
        maxDropdownHeight={280}
        nothingFoundMessage={account.noZone}
        selectFirstOptionOnChange
      />
      <SaveNote {...saving} />
    </div>
  )
}

const zoneLabel = (zone: string) => zone.replaceAll('_', ' ')
