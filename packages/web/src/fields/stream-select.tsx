import type { Plan } from '../room/plan.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamBar, StreamTag } from '../signs/stream-tag.tsx'
import type { FieldProps } from './field.ts'
import { PickInput } from './pick-input.tsx'

/** The stream of a task, by its id. */
export function StreamSelect({
  plan,
  ...field
}: FieldProps<number> & { readonly plan: Pick<Plan, 'streams'> }) {
  const signs = streamSigns(plan.streams)
  const sign = signs.get(field.value)
  return (
    <PickInput<number>
      {...field}
      options={plan.streams.map(({ id }) => id)}
      keyOf={String}
      nameOf={(id) => signs.get(id)?.name ?? ''}
      // oxlint-disable-next-line react/no-unstable-nested-components -- it gives a node and is no component
      nodeOf={(id) => <StreamTag of={signs.get(id)} />}
      sign={sign && <StreamBar of={sign} />}
    />
  )
}
