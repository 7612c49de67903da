import { afterAll, vi } from 'vitest'

// Several test files share a process, one after the other. What a file has put in the place of something global, the next finds as
// it was; what is mocked Vitest gives back by itself.
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
