import classes from './timeline.module.css'

/** Words at the pointer. Places in CSS pixels of the window. */
export interface Tip {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What a hand on a bar is told: a new length, or why a start does not move. */
export function PointerTip({ tip }: { tip: Tip | undefined }) {
  if (!tip) return null
  return (
    <div className={classes.tip} style={{ left: tip.x, top: tip.y }} role="status">
      {tip.text}
    </div>
  )
}
