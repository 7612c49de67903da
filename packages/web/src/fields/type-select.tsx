import type { Plan } from '../room/plan.ts'
import { typeSign } from '../signs/sign-paths.ts'
import { TypeIcon } from '../signs/type-icon.tsx'
import type { FieldProps } from './field.ts'
import { PickInput } from './pick-input.tsx'

/** The type of a task, by its id. */
export function TypeSelect({
  plan,
  isIcon = false,
  ...field
}: FieldProps<number> & {
  readonly plan: Pick<Plan, 'taskTypes'>
  /** Shows the icon alone until it is typed in. */
  readonly isIcon?: boolean
}) {
  const typeOf = (id: number) => plan.taskTypes.get(id)
  const iconOf = (id: number) => <TypeIcon sign={typeSign(typeOf(id))} />
  return (
    <PickInput<number>
      {...field}
      options={[...plan.taskTypes.keys()]}
      keyOf={String}
      nameOf={(id) => typeOf(id)?.name ?? ''}
      // oxlint-disable-next-line react/no-unstable-nested-components -- it gives a node and is no component
      nodeOf={(id) => (
        <>
          {iconOf(id)}
          <span>{typeOf(id)?.name}</span>
        </>
      )}
      sign={iconOf(field.value)}
      isSignOnly={isIcon}
    />
  )
}
