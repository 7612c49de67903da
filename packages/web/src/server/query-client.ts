import { ApiError } from '@runsheet/client'
import { QueryClient } from '@tanstack/react-query'

/** Documents outside of an open runbook. The typed client repeats what may be repeated; a refusal is final. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
      staleTime: 10_000,
      refetchOnWindowFocus: true,
    },
  },
})
