import { join } from 'node:path'
import { LaunchError } from './npm.mjs'
import { prepare, projectDir } from './prepare.mjs'
import { main, run } from './run.mjs'

/** Programs for those who develop Runsheet, and whether they look at a build of the web. */
const programs = {
  generate: { path: 'packages/client/generator/main.ts', web: false },
  bench: { path: 'bench/main.ts', web: false },
  'bench:web': { path: 'bench/web/main.ts', web: true },
  'api-coverage': { path: 'packages/testing/src/coverage/main.ts', web: false },
  fuzz: { path: 'packages/testing/src/fuzz/main.ts', web: false },
  screenshots: { path: 'packages/testing/src/pictures/make-pictures.ts', web: true },
}

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const program = Object.entries(programs).find(([known]) => known === name)?.[1]
  if (program === undefined)
    throw new LaunchError(`There is no program ${name}. Known: ${Object.keys(programs).join(', ')}.`)
  const node = await prepare({ development: true, web: program.web })
  return run(node, join(projectDir, program.path), args)
})
