import { useElementSize } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { canEditTask } from '../actions/plan-actions.ts'
import type { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { presentSecond } from '../time/server-clock.ts'
import { Camera } from './camera.ts'
import { FixedStartPopover } from './fixed-start-popover.tsx'
import { KeyOfSigns } from './key-of-signs.tsx'
import { NamesColumn } from './names-column.tsx'
import { NamesHead } from './names-head.tsx'
import { AXIS_HEIGHT } from './paint-chart.ts'
import { PointerTip } from './pointer-tip.tsx'
import classes from './timeline.module.css'
import { useTimelineActions } from './timeline-actions.ts'
import type { BaseScene } from './use-base-scene.ts'
import { useChartPointer } from './use-chart-pointer.ts'
import { useCursor } from './use-cursor.ts'
import type { useFolds } from './use-folds.ts'
import { type InHand, usePainter } from './use-painter.ts'
import { useRowWindow } from './use-row-window.ts'
import { useWheel } from './use-wheel.ts'
import { ZoomControl } from './zoom-control.tsx'

interface TimelineSheetProps {
  readonly context: ReturnType<typeof useActionContext>
  readonly base: BaseScene
  readonly folds: ReturnType<typeof useFolds>
  /** Whose panel is open: goes on with the cursor. */
  readonly openedTask: number | null
}

/** Width of the names on a wide screen, and at least; CSS pixels. */
const NAMES = { most: 348, least: 208, share: 0.36 } as const

/** Names and chart under one native scroll, with axis, key and controls. */
export function TimelineSheet({ context, base, folds, openedTask }: TimelineSheetProps) {
  const { timeline } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const chart = useRef<HTMLCanvasElement>(null)
  const axis = useRef<HTMLCanvasElement>(null)
  const { ref: measured, width: sheetWidth, height: sheetHeight } = useElementSize()
  const [camera] = useState(() => new Camera())
  useEffect(() => () => camera.close(), [camera])
  const namesWidth = Math.round(Math.min(NAMES.most, Math.max(NAMES.least, sheetWidth * NAMES.share)))

  const { plan, schedule, rows, rowHeight, isLive } = base
  useEffect(() => {
    const look = () =>
      camera.look({
        start: Math.min(schedule.start, plan.run?.start_actual ?? schedule.start),
        end: Math.max(schedule.end, schedule.times.runbookEnd),
        now: isLive ? presentSecond() : undefined,
      })
    look()
    if (!isLive) return
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [camera, schedule, isLive, plan.run])
  useEffect(() => {
    if (sheetWidth > 0) camera.resize(Math.max(1, sheetWidth - namesWidth))
  }, [camera, sheetWidth, namesWidth])

  const cursor = useCursor({ context, base, folds, camera, scroller, openedTask })
  const mayEdit = (task: Task) => canEditTask(context, task)
  const [hoveredRow, setHoveredRow] = useState(-1)
  const [dragged, setDragged] = useState<InHand['dragged']>(undefined)
  const inHand = useMemo<InHand>(
    () => ({ chosenRow: cursor.row, hoveredRow, dragged }),
    [cursor.row, hoveredRow, dragged],
  )
  const painter = usePainter({ scroller, chart, axis }, camera, base, inHand)
  const [fixing, setFixing] = useState<number | null>(null)
  const pointer = useChartPointer({
    context,
    camera,
    painter,
    hoveredRow,
    setDragged,
    scroller,
    mayEdit,
    setHoveredRow,
    choose: cursor.click,
    open: cursor.open,
    offerFixedStart: setFixing,
  })
  useWheel(scroller, chart, camera)
  useTimelineActions({ context, base, camera, offerFixedStart: setFixing })
  const { first, last, follow } = useRowWindow(scroller, rows.list.length, rowHeight, sheetHeight)

  const total = Math.max(rows.list.length * rowHeight, sheetHeight - AXIS_HEIGHT)
  const active = rows.list[cursor.row]
  return (
    <div className={classes.sheet}>
      <ZoomControl camera={camera} />
      <div
        ref={scroller}
        className={classes.scroller}
        role="treegrid"
        tabIndex={0}
        aria-label={timeline.name}
        aria-rowcount={rows.list.length + 1}
        aria-activedescendant={active ? `timeline-${cursor.key}` : undefined}
        data-timeline="true"
        onScroll={() => {
          painter.scrolled()
          follow()
        }}
        onPointerLeave={() => setHoveredRow(-1)}
      >
        <div ref={measured} className={classes.measure} aria-hidden="true" />
        <div className={classes.top} role="row" aria-rowindex={1}>
          <NamesHead camera={camera} base={base} folds={folds} width={namesWidth} />
          <canvas ref={axis} className={classes.axis} aria-hidden="true" />
        </div>
        <div className={classes.body} style={{ height: total }} role="rowgroup">
          <NamesColumn
            scene={base}
            context={context}
            first={first}
            last={last}
            chosenRow={cursor.row}
            hoveredRow={hoveredRow}
            width={namesWidth}
            choose={cursor.choose}
            hover={setHoveredRow}
            open={cursor.open}
            fold={cursor.fold}
          />
          <canvas
            ref={chart}
            className={classes.chart}
            style={{ left: namesWidth }}
            aria-hidden="true"
            {...pointer.handlers}
          />
          {fixing !== null && (
            <FixedStartPopover
              key={fixing}
              taskId={fixing}
              context={context}
              base={base}
              camera={camera}
              namesWidth={namesWidth}
              close={() => {
                setFixing(null)
                scroller.current?.focus()
              }}
            />
          )}
        </div>
      </div>
      <PointerTip tip={pointer.tip} />
      <KeyOfSigns
        isRun={plan.run !== null}
        hasPauses={(plan.run?.pauses.length ?? 0) > 0}
        zone={plan.runbook.timezone}
      />
    </div>
  )
}
