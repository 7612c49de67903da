import { useMantineColorScheme } from '@mantine/core'
import type { Theme } from '@runsheet/contract'
import { useCallback } from 'react'
import { useMe } from '../server/use-me.ts'
import { useSaveMe } from './use-save-me.ts'

/** The theme of a person: shown at once and saved in the account; what cannot be saved is taken back. */
export function useChooseTheme() {
  const { theme } = useMe()
  const saving = useSaveMe('theme')
  const { setColorScheme } = useMantineColorScheme()
  const { save } = saving
  const choose = useCallback(
    async (next: Theme) => {
      setColorScheme(next)
      if (!(await save({ theme: next }))) setColorScheme(theme)
    },
    [save, setColorScheme, theme],
  )
  return { theme, choose, saving }
}
