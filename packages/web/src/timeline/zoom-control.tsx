import { SegmentedControl } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useWords } from '../language/language.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import type { Camera } from './camera.ts'
import { levelNames, type ZoomLevel, zoomLevels } from './scale.ts'
import classes from './timeline.module.css'

/** The named levels of zoom in the bar of views; none is marked between two. */
export function ZoomControl({ camera }: { camera: Camera }) {
  const { timeline } = useWords()
  const level = useSyncExternalStore(camera.subscribe, camera.level)
  return (
    <ViewControls>
      <SegmentedControl
        aria-label={timeline.zoom}
        classNames={{
          root: classes.zoom ?? '',
          label: classes.zoomLabel ?? '',
          indicator: classes.zoomMark ?? '',
        }}
        withItemsBorders={false}
        size="xs"
        value={level ?? ''}
        data={['fit' as const, ...levelNames].map((value) => ({ value, label: timeline.levels[value] }))}
        onChange={(value) =>
          value === 'fit' ? camera.fit() : camera.toLevel(zoomLevels[value as ZoomLevel])
        }
      />
    </ViewControls>
  )
}
