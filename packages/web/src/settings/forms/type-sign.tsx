import type { ReactNode } from 'react'
import { colors } from '../../design/tokens.ts'
import { useTheme } from '../../design/use-theme.ts'
import { legible } from '../../signs/stream-hues.ts'
import classes from './forms.module.css'

/** The icon of a type in its colour, moved in lightness until it can be told from its ground. */
export function TypeSign({
  color,
  children,
}: {
  readonly color: string | null
  readonly children: ReactNode
}) {
  const theme = useTheme()
  const isHex = color !== null && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)
  return (
    <span className={classes.sign} style={isHex ? { color: legible(color, colors[theme].surface) } : {}}>
      {children}
    </span>
  )
}
