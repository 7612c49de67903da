import { useTheme } from '../design/use-theme.ts'
import classes from './signs.module.css'
import type { StreamSign } from './stream-hues.ts'

/** A stream: its bar, its two letters and, where there is room, its name. */
export function StreamTag({ of, withName = true }: { of: StreamSign | undefined; withName?: boolean }) {
  if (!of) return null
  return (
    <span className={classes.stream} title={of.name}>
      <StreamBar of={of} />
      <span className={classes.code}>{of.code}</span>
      {withName && <span className={classes.streamName}>{of.name}</span>}
    </span>
  )
}

/** The bar of a stream alone. @param height CSS pixels */
export function StreamBar({ of, height = 14 }: { of: StreamSign; height?: number }) {
  const theme = useTheme()
  const color = of.color[theme]
  const background = of.isTwoTone ? `linear-gradient(${color} 50%, var(--rs-t3) 50%)` : color
  return <span className={classes.bar} style={{ background, height }} aria-hidden="true" />
}
