import { DOT } from '../../signs/sign-paths.ts'
import { TypeIcon } from '../../signs/type-icon.tsx'

/** The icon of a task type by its name, in the colour of the text around it; what cannot be drawn is a dot. */
export function TaskTypeIcon({ icon }: { readonly icon: string | null }) {
  return <TypeIcon sign={icon ?? DOT} color="currentColor" />
}
