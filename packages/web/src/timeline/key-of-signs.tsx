import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import { ownZone } from '../time/format.ts'
import classes from './timeline.module.css'

const bar = { y: 1, height: 11, rx: 3 }

function Sign({ name, width = 22, children }: { name: string; width?: number; children: ReactNode }) {
  return (
    <span className={classes.sign}>
      <svg width={width} height="14" aria-hidden="true">
        {children}
      </svg>
      {name}
    </span>
  )
}

const critical = (
  <rect
    x=".7"
    y="1.7"
    width="20.6"
    height="10"
    rx="3"
    fill="var(--rs-critical-soft)"
    stroke="var(--rs-critical-mark)"
    strokeWidth="1.4"
  />
)
const float = (
  <>
    <path
      d="M1 7H22"
      stroke="var(--rs-control)"
      strokeWidth="1.2"
      strokeDasharray="1 3"
      strokeLinecap="round"
    />
    <path d="M24 3v8" stroke="var(--rs-control)" strokeWidth="1.2" />
  </>
)
const fixed = <path d="M3 0v14" stroke="var(--rs-t1)" strokeWidth="2" />

/** What the signs of the chart mean, and in which zone its times are. */
export function KeyOfSigns({ isRun, hasPauses, zone }: { isRun: boolean; hasPauses: boolean; zone: string }) {
  const { timeline } = useWords()
  const { key } = timeline
  const name = zone.replaceAll('_', ' ')
  return (
    <div className={classes.key} role="group" aria-label={key.title}>
      {isRun ? (
        <>
          <Sign name={key.done}>
            <rect {...bar} width="22" fill="var(--rs-complete-mark)" />
          </Sign>
          <Sign name={key.running}>
            <rect
              x=".5"
              y="1.5"
              width="21"
              height="10"
              rx="3"
              fill="var(--rs-progress-soft)"
              stroke="var(--rs-progress-mark)"
            />
            <rect {...bar} width="12" fill="var(--rs-progress-mark)" />
          </Sign>
          <Sign name={key.over}>
            <path
              d="M1 12 11 2M6 12 16 2M11 12 21 2M1 7 6 2M16 12l5-5"
              stroke="var(--rs-late-mark)"
              strokeWidth="2"
            />
            <rect
              x=".75"
              y="1.25"
              width="20.5"
              height="11.5"
              rx="2"
              fill="none"
              stroke="var(--rs-late-mark)"
              strokeWidth="1.5"
            />
          </Sign>
          <Sign name={key.startable}>
            <rect
              x="1"
              y="2"
              width="20"
              height="10"
              rx="3"
              fill="var(--rs-accent-soft)"
              stroke="var(--rs-accent)"
              strokeWidth="1.8"
            />
          </Sign>
          <Sign name={key.forecast}>
            <rect
              x="1"
              y="1.5"
              width="20"
              height="10"
              rx="3"
              fill="none"
              stroke="var(--rs-control)"
              strokeDasharray="3 2"
            />
          </Sign>
          <Sign name={key.forecastCritical}>{critical}</Sign>
          <Sign name={key.planned}>
            <rect y="6" width="22" height="3" rx="1.5" fill="var(--rs-strong)" />
          </Sign>
        </>
      ) : (
        <>
          <Sign name={key.plan}>
            <rect
              x=".6"
              y="1.6"
              width="20.8"
              height="10"
              rx="3"
              fill="var(--rs-hover)"
              stroke="var(--rs-control)"
              strokeWidth="1.2"
            />
          </Sign>
          <Sign name={key.planCritical}>{critical}</Sign>
          <Sign name={key.fixed} width={6}>
            {fixed}
          </Sign>
        </>
      )}
      <Sign name={key.float} width={26}>
        {float}
      </Sign>
      {hasPauses && (
        <Sign name={key.paused} width={14}>
          <rect width="14" height="14" fill="var(--rs-hover)" />
          <path d="M0 8 8 0M0 14 14 0M6 14l8-8" stroke="var(--rs-strong)" />
        </Sign>
      )}
      <span className={classes.zone}>
        {timeline.timesIn(name)} ·{' '}
        {zone === ownZone ? timeline.alsoYours : timeline.yoursIs(ownZone.replaceAll('_', ' '))}
      </span>
    </div>
  )
}
