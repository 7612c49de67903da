import { useSyncExternalStore } from 'react'
import type { Words } from './en/index.ts'

/** Languages of the interface; each is loaded on its own. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
}

let language: Language = 'en'
let words: Words | undefined
const listeners = new Set<() => void>()

export const isLanguage = (name: unknown): name is Language =>
  typeof name === 'string' && Object.hasOwn(languages, name)

/** The language chosen before in this browser, else the first of the browser's that we have. */
export function preferredLanguage(): Language {
  const stored = readStored()
  if (isLanguage(stored)) return stored
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** Loads a language; what is rendered from then on speaks it. The app renders everything anew. */
export async function speak(next: Language): Promise<void> {
  words = await loaders[next]()
  language = next
  document.documentElement.lang = next
  try {
    localStorage.setItem('runsheet-language', next)
  } catch {
    // Without storage the person's account remembers it.
  }
  for (const listener of listeners) listener()
}

export function currentLanguage(): Language {
  return language
}

/** The language that is spoken; renders again when it changes. For the root alone: what is below it is made anew. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The texts of the interface in the language that is spoken; outside of React as well. */
export function useWords(): Words {
  return theWords()
}

/** As `useWords`, for actions, canvases and other places that are no components. */
export function theWords(): Words {
  if (!words) throw new Error('no language was loaded')
  return words
}

function readStored(): string | null {
  try {
    return localStorage.getItem('runsheet-language')
  } catch {
    return null
  }
}
