import { useComputedColorScheme } from '@mantine/core'
import type { Theme } from './tokens.ts'

/** The theme that is shown now. */
export function useTheme(): Theme {
  return useComputedColorScheme('dark')
}
