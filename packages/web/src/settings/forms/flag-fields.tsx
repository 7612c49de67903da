import { Checkbox } from '@mantine/core'
import classes from './forms.module.css'
import type { Saving } from './use-saving.ts'

interface FlagFieldsProps<K extends string> {
  readonly legend: string
  /** Those that are left out are not shown. */
  readonly words: Readonly<Partial<Record<K, string>>>
  readonly values: Readonly<Record<NoInfer<K>, boolean>>
  readonly onChange: (name: NoInfer<K>, value: boolean) => void
  readonly saving: Saving
  /** Those that cannot be changed. */
  readonly isFixed?: (name: NoInfer<K>) => boolean
  readonly note?: string | undefined
}

/** What something does, each as a sentence with a box. */
export function FlagFields<K extends string>(flags: FlagFieldsProps<K>) {
  const { words, values, onChange, saving, isFixed } = flags
  return (
    <div>
      <fieldset className={classes.flags}>
        <legend className={classes.legend}>{flags.legend}</legend>
        {(Object.keys(words) as K[]).map((name) => (
          <Checkbox
            key={name}
            label={words[name]}
            checked={values[name]}
            disabled={isFixed?.(name) ?? false}
            error={saving.faultAt(name)}
            onChange={({ currentTarget }) => onChange(name, currentTarget.checked)}
          />
        ))}
      </fieldset>
      {flags.note !== undefined && <p className={classes.note}>{flags.note}</p>}
    </div>
  )
}
