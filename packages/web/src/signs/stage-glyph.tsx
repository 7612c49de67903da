import type { TaskLook } from '../room/look.ts'
import { glyphPaths } from './sign-paths.ts'
import classes from './signs.module.css'

type GlyphLook = Pick<TaskLook, 'look' | 'isMilestone' | 'isHeldByFixed' | 'progress' | 'over'>

interface StageGlyphProps {
  readonly of: GlyphLook
  /** CSS pixels; 20 in rows, 16 in the timeline, 24 to 30 on cards. */
  readonly size?: number
  /** The server has not answered yet. */
  readonly isWaiting?: boolean
}

const RING = 2 * Math.PI * 7.4

/** The stage of a task as a shape; says nothing to a screen reader, what it stands in does. */
export function StageGlyph({ of, size = 20, isWaiting = false }: StageGlyphProps) {
  const isOver = of.look === 'progress' && of.over > 0
  const color = `var(--rs-${isOver ? 'late' : of.look}-mark)`
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={isWaiting ? `${classes.glyph} ${classes.sending}` : classes.glyph}
      data-look={of.look}
    >
      {inner(of, color, isOver)}
    </svg>
  )
}

function inner(of: GlyphLook, color: string, isOver: boolean) {
  switch (of.look) {
    case 'waiting':
      return (
        <>
          <Shape of={of} fill="none" stroke={color} strokeWidth={1.4} strokeDasharray="2.6 2.2" />
          {of.isHeldByFixed && <Line d={glyphPaths.hands} color={color} width={1.5} />}
        </>
      )
    case 'startable':
      return (
        <>
          <Shape of={of} fill="var(--rs-accent-soft)" stroke={color} strokeWidth={1.8} />
          <path
            d={glyphPaths.play}
            fill={color}
            stroke={color}
            strokeLinejoin="round"
            transform="translate(10 10) scale(.82) translate(-10.2 -10)"
          />
        </>
      )
    case 'progress':
      return (
        <>
          <circle cx="10" cy="10" r="7.4" fill="none" stroke={color} strokeOpacity=".26" strokeWidth="3" />
          <circle
            cx="10"
            cy="10"
            r="7.4"
            fill="none"
            stroke={color}
            strokeWidth="3"
            strokeDasharray={`${RING * (isOver ? 1 : of.progress)} ${RING}`}
            transform="rotate(-90 10 10)"
          />
          {isOver ? (
            <>
              <Line d="M10 6.9v3.6" color={color} width={1.9} />
              <circle cx="10" cy="13" r="1.1" fill={color} />
            </>
          ) : (
            <rect x="8" y="8" width="4" height="4" rx="1" fill={color} />
          )}
        </>
      )
    case 'complete':
      return (
        <>
          <Shape of={of} radius={8.2} fill={color} />
          <Line d={glyphPaths.check} color="var(--rs-knock)" width={1.9} />
        </>
      )
    case 'skipped':
      return (
        <>
          <Shape of={of} fill="none" stroke={color} strokeWidth={1.5} />
          <Line d={glyphPaths.skip} color={color} width={1.6} />
        </>
      )
    default:
      return (
        <>
          <Shape of={of} fill="none" stroke={color} strokeWidth={1.5} />
          <Line d={glyphPaths.slash} color={color} width={1.6} />
        </>
      )
  }
}

function Shape({
  of,
  radius = 7.6,
  ...paint
}: {
  of: Pick<TaskLook, 'isMilestone'>
  radius?: number
  fill: string
  stroke?: string
  strokeWidth?: number
  strokeDasharray?: string
}) {
  if (!of.isMilestone) return <circle cx="10" cy="10" r={radius} {...paint} />
  const half = radius * 0.78
  return (
    <rect
      x={10 - half}
      y={10 - half}
      width={2 * half}
      height={2 * half}
      rx="1.8"
      transform="rotate(45 10 10)"
      {...paint}
    />
  )
}

function Line({ d, color, width }: { d: string; color: string; width: number }) {
  return (
    <path d={d} fill="none" stroke={color} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
  )
}
