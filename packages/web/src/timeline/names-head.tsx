import { ActionIcon } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { shortDate } from '../time/format.ts'
import type { Camera } from './camera.ts'
import classes from './timeline.module.css'
import type { BaseScene } from './use-base-scene.ts'
import type { useFolds } from './use-folds.ts'

interface NamesHeadProps {
  readonly camera: Camera
  readonly base: BaseScene
  readonly folds: ReturnType<typeof useFolds>
  readonly width: number
}

/** Head of the names: the day on which the axis begins, and folding of all streams. */
export function NamesHead({ camera, base, folds, width }: NamesHeadProps) {
  const { timeline } = useWords()
  const day = useSyncExternalStore(camera.subscribe, () => {
    const { scale, width: seen } = camera.get()
    return seen === 0 ? '' : shortDate(Math.max(0, scale.from), base.zone)
  })
  const top = base.plan.streams.filter(({ parent_id }) => parent_id === null)
  const isFolded = top.every(({ id }) => folds.folded.has(id))
  const label = isFolded ? timeline.unfoldAll : timeline.foldAll
  return (
    <div role="columnheader" className={classes.namesHead} style={{ width }}>
      <span className={classes.caption}>{timeline.streamAndTask}</span>
      <span className={classes.day}>{day}</span>
      <ActionIcon
        size={24}
        aria-label={label}
        title={label}
        onClick={() => folds.setFolded(new Set(isFolded ? [] : top.map(({ id }) => id)))}
      >
        <Icon name={isFolded ? 'chevronRight' : 'chevronDown'} size={13} />
      </ActionIcon>
    </div>
  )
}
