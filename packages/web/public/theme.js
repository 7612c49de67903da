// Before anything is painted: the theme that was chosen here, else that of the system. Mantine takes it over.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('runsheet-theme')
  } catch {
    // Storage may be forbidden; the system decides.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const scheme = chosen === 'dark' || chosen === 'light' ? chosen : dark ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
