import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import { Triangle } from '../signs/time-pair.tsx'
import { lengthOf } from '../time/format.ts'
import classes from './clock-band.module.css'

interface BlockProps {
  readonly label: ReactNode
  readonly labelClass?: string | undefined
  readonly children: ReactNode
  /** Left out where there is little room. */
  readonly isOptional?: boolean
}

/** One question of the clock band: its label, and the answer under it. */
export function Block({ label, labelClass, children, isOptional = false }: BlockProps) {
  return (
    <div className={isOptional ? `${classes.block} ${classes.optional}` : classes.block}>
      <div className={labelClass ? `${classes.label} ${labelClass}` : classes.label}>{label}</div>
      {children}
    </div>
  )
}

/** How many shown minutes late (positive) or early a run is, in words. */
export function LatePill({ minutes }: { minutes: number }) {
  const { clock } = useWords()
  if (minutes === 0) return <span className={classes.pill}>{clock.onTime}</span>
  const amount = lengthOf(Math.abs(minutes) * 60)
  return minutes > 0 ? (
    <span className={`${classes.pill} ${classes.pillLate}`}>
      <Triangle up size={8} />
      {clock.late(amount)}
    </span>
  ) : (
    <span className={`${classes.pill} ${classes.pillEarly}`}>
      <Triangle up={false} size={8} />
      {clock.early(amount)}
    </span>
  )
}
