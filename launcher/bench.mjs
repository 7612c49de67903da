import { join } from 'node:path'
import { prepare, projectDir } from './prepare.mjs'
import { main, run } from './run.mjs'

await main(async () => {
  const node = await prepare({ development: true })
  return run(node, join(projectDir, 'bench', 'main.ts'), process.argv.slice(2))
})
