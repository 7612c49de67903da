import { typePaths } from './sign-paths.ts'

interface TypeIconProps {
  /** As `typeSign` names it. */
  readonly sign: string
  readonly name?: string | undefined
  /** CSS pixels. */
  readonly size?: number
  /** Without one it stays in the background. */
  readonly color?: string
}

/** The type of a task as a thin icon; normal tasks have a small dot. */
export function TypeIcon({ sign, name, size = 15, color }: TypeIconProps) {
  const label = name === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': name }
  const path = typePaths[sign]
  if (path === undefined)
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" {...label}>
        <circle cx="8" cy="8" r="1.6" fill={color ?? 'var(--rs-strong)'} />
      </svg>
    )
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke={color ?? 'var(--rs-t3)'}
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...label}
    >
      <path d={path} />
    </svg>
  )
}
