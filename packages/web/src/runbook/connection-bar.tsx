import { useEffect, useRef, useState } from 'react'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { clockSeconds } from '../time/format.ts'
import classes from './connection-bar.module.css'

const BACK_MS = 4000

/** Says that the line is lost and what waits; when it is back, how much of that is in. */
export function ConnectionBar() {
  const { app } = useWords()
  const { connection, brokenSince, waiting, plan } = useRoomState()
  const [back, setBack] = useState<number | undefined>(undefined)
  const waited = useRef(0)
  const isBroken = connection === 'broken' && brokenSince !== undefined
  useEffect(() => {
    if (isBroken) waited.current = Math.max(waited.current, waiting.length)
  }, [isBroken, waiting.length])
  const wasBroken = useRef(false)
  useEffect(() => {
    if (isBroken) {
      wasBroken.current = true
      setBack(undefined)
      return
    }
    if (!wasBroken.current || connection !== 'open') return
    wasBroken.current = false
    setBack(waited.current)
    waited.current = 0
    const timer = setTimeout(() => setBack(undefined), BACK_MS)
    return () => clearTimeout(timer)
  }, [isBroken, connection])
  if (isBroken)
    return (
      <div className={classes.broken} role="alert">
        {app.offline(clockSeconds(brokenSince, plan.runbook.timezone))}
        {waiting.length > 0 && <b>{app.offlineWaiting(waiting.length)}</b>}
      </div>
    )
  if (back !== undefined)
    return (
      <div className={classes.back} role="status">
        {app.connectedAgain} {back > 0 && app.actionsIn(back)}
      </div>
    )
  return null
}
