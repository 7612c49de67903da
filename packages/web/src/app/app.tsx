import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { cssVariablesResolver, theme } from '../design/theme.ts'
import { queryClient } from '../server/query-client.ts'
import { router } from './router.tsx'

/** The nonce with which this page may add styles; the api makes one for each page. */
const styleNonce = () => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

/** The same place that `theme.js` reads before anything is painted. */
const colorSchemes = localStorageColorSchemeManager({ key: 'runsheet-theme' })

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
