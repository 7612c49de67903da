import { typePaths } from './sign-paths.ts'

/** The type of a task as a thin icon; normal tasks have a small dot. @param size CSS pixels */
export function TypeIcon({ type, name, size = 15 }: { type: string; name?: string; size?: number }) {
  const label = name === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': name }
  if (type === 'normal')
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" {...label}>
        <circle cx="8" cy="8" r="1.6" fill="var(--rs-strong)" />
      </svg>
    )
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="var(--rs-t3)"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...label}
    >
      <path d={typePaths[type] ?? typePaths['snippet'] ?? ''} />
    </svg>
  )
}
