import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { RagPill } from '../signs/pills.tsx'
import type { StreamSign } from '../signs/stream-hues.ts'
import { StreamBar } from '../signs/stream-tag.tsx'
import classes from './names.module.css'

export interface RowProps {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly isChosen: boolean
  readonly isHovered: boolean
  readonly choose: (row: number) => void
}

interface StreamHeadProps extends RowProps {
  readonly name: string
  readonly depth: number
  readonly sign: StreamSign | undefined
  readonly isFolded: boolean
  readonly done: number
  readonly total: number
  readonly rag: Rag
  readonly fold: (row: number) => void
}

/** The head of a stream: folds it by a click anywhere. */
export const StreamHead = memo(function StreamHead(props: StreamHeadProps) {
  const { id, index, top, height, isChosen, name, depth, sign, isFolded, done, total, rag } = props
  const { timeline } = useWords()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid holds the focus, and the keys are its own
    <div
      id={id}
      role="row"
      aria-level={depth + 1}
      aria-rowindex={index + 2}
      aria-expanded={!isFolded}
      aria-selected={isChosen}
      data-chosen={isChosen || undefined}
      className={`${classes.row} ${classes.head} ${isChosen ? classes.chosen : ''}`}
      style={{ top, height, paddingLeft: 14 + depth * 16 }}
      onClick={() => {
        props.choose(index)
        props.fold(index)
      }}
      title={isFolded ? timeline.unfold(name) : timeline.fold(name)}
    >
      <span role="gridcell" className={classes.whole}>
        <Icon name={isFolded ? 'chevronRight' : 'chevronDown'} size={13} className={classes.fold ?? ''} />
        {sign && <StreamBar of={sign} />}
        <span className={classes.streamName}>{name}</span>
        {rag !== 'off' && <RagPill status={rag} />}
        <span className={classes.count} aria-hidden="true">
          {timeline.doneOf(done, total)}
        </span>
        <VisuallyHidden>{timeline.doneOfLong(done, total)}</VisuallyHidden>
      </span>
    </div>
  )
})
