import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { styleNonce } from '../design/style-nonce.ts'
import { cssVariablesResolver, theme } from '../design/theme.ts'
import { useLanguage } from '../language/language.ts'
import { queryClient } from '../server/query-client.ts'
import { router } from './router.tsx'

/** The same place that `theme.js` reads before anything is painted. */
const colorSchemes = localStorageColorSchemeManager({ key: 'runsheet-theme' })

export function App() {
  const language = useLanguage()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
