import { useWords } from '../../language/language.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import type { OwnFieldsProps } from '../types/type-kind.ts'

/** What a form sets of task types alone. */
export type TaskTypeOwn = Readonly<
  Record<'zero_duration' | 'off_end' | 'auto_start' | 'auto_finish' | 'fixed_start', boolean>
>

export function TaskTypeFields({ own, onChange, saving, isBuiltIn }: OwnFieldsProps<TaskTypeOwn>) {
  const { task: words } = useWords().types
  return (
    <FlagFields
      legend={words.doesLegend}
      words={words.flags}
      values={own}
      onChange={(name, value) => onChange({ ...own, [name]: value })}
      saving={saving}
      isFixed={() => isBuiltIn}
      note={isBuiltIn ? words.builtIn : undefined}
    />
  )
}
