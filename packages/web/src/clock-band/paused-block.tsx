import { useQuery } from '@tanstack/react-query'
import { WhoRuns } from '../access/who-runs.tsx'
import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { client } from '../server/client.ts'
import { clockTime } from '../time/format.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'

/** Who paused a run, when, and what they said. */
export function PausedBlock({ state, runbookId }: { state: RoomState; runbookId: string }) {
  const { clock } = useWords()
  const { plan, events } = state
  const since = plan.run?.pauses.at(-1)?.[0] ?? 0
  const seen = events.findLast(({ name }) => name === 'run.paused')
  const author = useQuery({
    queryKey: ['paused-by', runbookId, since],
    enabled: seen === undefined,
    queryFn: async ({ signal }) => {
      const query = { runbook_id: runbookId, event: 'run.paused', page: { size: 1 } }
      const { data } = await client().listActionLogs({ query, signal })
      const by = data[0]?.relationships?.author?.data as { id: string } | null | undefined
      return by ? Number(by.id) : null
    },
  })
  const by = seen ? Number(seen.actor) : author.data
  const name = by == null ? undefined : plan.people.get(by)?.name
  const at = clockTime(since, plan.runbook.timezone)
  const message = seen?.message?.replace(/<[^>]*>/g, '').trim()
  return (
    <Block label={clock.why}>
      <div className={classes.plainCause}>{name ? clock.pausedBy(name, at) : clock.pausedAt(at)}</div>
      <div className={`${classes.below} ${classes.belowStrong}`}>
        {message ? clock.said(message) : clock.nothingStarts}
        <WhoRuns state={state} />
      </div>
    </Block>
  )
}
