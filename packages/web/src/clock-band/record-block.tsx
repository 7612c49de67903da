import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import type { RoomState } from '../room/room-state.ts'
import { Block } from './block.tsx'
import classes from './clock-band.module.css'
import { useStory } from './why-block.tsx'

/** What became of a run that is over: how much was done, and where the time was lost. */
export function RecordBlock({ state }: { state: RoomState }) {
  const { clock } = useWords()
  const { plan } = state
  const story = useStory(state)
  const done = useMemo(() => plan.tasks.filter(({ stage }) => stage === 'complete').length, [plan.tasks])
  const undone = plan.tasks.length - done
  const worst = story.kind === 'lost' && story.delay ? plan.tasks[story.delay.at] : undefined
  return (
    <Block label={clock.record}>
      <div className={classes.plainCause}>{undone === 0 ? clock.allDone(done) : clock.undone(undone)}</div>
      <div className={`${classes.below} ${classes.belowStrong}`}>
        {undone > 0 ? clock.doneOf(done, plan.tasks.length) : worst ? clock.lostAt(worst.id) : ''}
      </div>
    </Block>
  )
}
