import type { Plan } from '../room/plan.ts'
import { streamsToFill } from '../room/rights.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { StreamBar, StreamTag } from '../signs/stream-tag.tsx'
import type { FieldProps } from './field.ts'
import { PickInput } from './pick-input.tsx'

/** The stream of a task, by its id: its own, and those in which the person may make tasks. */
export function StreamSelect({
  plan,
  ...field
}: FieldProps<number> & { readonly plan: Pick<Plan, 'streams' | 'access' | 'runbook'> }) {
  const signs = streamSigns(plan.streams)
  const free = new Set(streamsToFill(plan).map(({ id }) => id))
  const sign = signs.get(field.value)
  return (
    <PickInput<number>
      {...field}
      options={plan.streams.flatMap(({ id }) => (id === field.value || free.has(id) ? [id] : []))}
      keyOf={String}
      nameOf={(id) => signs.get(id)?.name ?? ''}
      // oxlint-disable-next-line react/no-unstable-nested-components -- it gives a node and is no component
      nodeOf={(id) => <StreamTag of={signs.get(id)} />}
      sign={sign && <StreamBar of={sign} />}
    />
  )
}
