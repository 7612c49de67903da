import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { colors } from '../design/tokens.ts'
import { useTheme } from '../design/use-theme.ts'
import { useWords } from '../language/language.ts'
import type { StreamSign } from '../signs/stream-hues.ts'
import { lengthOf } from '../time/format.ts'
import classes from './preview.module.css'
import type { PreviewPicture } from './review-import.ts'
import { layOutSmallMap } from './small-map-layout.ts'

const HEIGHT = 118
/** More links than this would be a grey ground. */
const LINKS_AT_MOST = 6000

interface SmallMapProps {
  readonly picture: PreviewPicture
  /** By the place of the stream in the picture. */
  readonly signs: readonly StreamSign[]
}

/** The shape of the plan at a glance: a mark for each task in the hue of its stream, a line for each dependency. */
export function SmallMap({ picture, signs }: SmallMapProps) {
  const { importing } = useWords()
  const theme = useTheme()
  const { ref, width } = useElementSize()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen || width === 0) return
    const scale = window.devicePixelRatio || 1
    element.width = Math.round(width * scale)
    element.height = Math.round(HEIGHT * scale)
    pen.scale(scale, scale)
    const { x, y, nodeWidth, nodeHeight } = layOutSmallMap(picture, width, HEIGHT)
    const { predecessorOffsets, predecessors, streamOf, layers } = picture
    if (predecessors.length <= LINKS_AT_MOST) {
      pen.strokeStyle = colors[theme].strong
      pen.globalAlpha = predecessors.length > 600 ? 0.5 : 1
      pen.lineWidth = predecessors.length > 600 ? 0.6 : 1
      pen.beginPath()
      for (let task = 0; task < layers.length; task += 1)
        for (
          let link = predecessorOffsets[task] ?? 0;
          link < (predecessorOffsets[task + 1] ?? 0);
          link += 1
        ) {
          const from = predecessors[link] ?? 0
          const startX = (x[from] ?? 0) + nodeWidth / 2
          const endX = (x[task] ?? 0) - nodeWidth / 2
          const bend = (endX - startX) / 2
          pen.moveTo(startX, y[from] ?? 0)
          pen.bezierCurveTo(startX + bend, y[from] ?? 0, endX - bend, y[task] ?? 0, endX, y[task] ?? 0)
        }
      pen.stroke()
      pen.globalAlpha = 1
    }
    for (let task = 0; task < layers.length; task += 1) {
      pen.fillStyle = signs[streamOf[task] ?? -1]?.color[theme] ?? colors[theme].t3
      pen.beginPath()
      const left = (x[task] ?? 0) - nodeWidth / 2
      pen.roundRect(
        left,
        (y[task] ?? 0) - nodeHeight / 2,
        nodeWidth,
        nodeHeight,
        Math.min(1.5, nodeHeight / 3),
      )
      pen.fill()
    }
  }, [picture, signs, theme, width])
  const { layers, streams, length } = picture
  return (
    <div ref={ref} className={classes.map}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={importing.preview.map(layers.length, Math.max(1, streams.length), lengthOf(length))}
      />
    </div>
  )
}
