import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { Density, Theme } from '../design/tokens.ts'
import { currentLanguage, isLanguage, speak } from '../language/language.ts'

/** Speaks the language that a person chose in their account, before anything is shown to them. */
export async function speakAs({ language }: { readonly language: string | null }): Promise<void> {
  if (isLanguage(language) && language !== currentLanguage()) await speak(language)
}

interface Preferences {
  readonly id: string
  readonly theme: Theme | 'auto'
  readonly density: Density
}

/** Under which this browser remembers what it last took over from an account. */
const APPLIED = 'runsheet-theme-of-account'

/**
 * Shows theme and density as a person chose them in their account. What was switched in this browser alone stays until
 * the account says something new: so nothing flashes at each start.
 */
export function usePreferences({ id, theme, density }: Preferences): void {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    const told = `${id} ${theme}`
    if (read() === told) return
    setColorScheme(theme)
    write(told)
  }, [id, theme, setColorScheme])
  useEffect(() => {
    document.documentElement.dataset['density'] = density
  }, [density])
}

function read(): string | null {
  try {
    return localStorage.getItem(APPLIED)
  } catch {
    return null
  }
}

function write(told: string): void {
  try {
    localStorage.setItem(APPLIED, told)
  } catch {
    // Without storage the account is applied at each start.
  }
}
