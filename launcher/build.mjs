import { prepare } from './prepare.mjs'
import { main } from './run.mjs'

/** Brings everything that a start needs, and ends: for images, and for folders that the service may not write to. */
await main(async () => {
  await prepare({ web: true })
  return 0
})
