/** Forgets the language that was chosen in this browser: then that of the browser holds. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem('runsheet-language')
  } catch {
    // Nothing was kept.
  }
}
