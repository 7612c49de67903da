import { typePaths } from '../../signs/sign-paths.ts'

/** The icon of a task type by its name, in the colour of the text around it; what cannot be drawn is a dot. */
export function TaskTypeIcon({ icon }: { readonly icon: string | null }) {
  return (
    <svg
      width={15}
      height={15}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {typePaths[icon ?? ''] === undefined ? (
        <circle cx="8" cy="8" r="1.6" fill="currentColor" />
      ) : (
        <path d={typePaths[icon ?? '']} />
      )}
    </svg>
  )
}
