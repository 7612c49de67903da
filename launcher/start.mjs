import { join } from 'node:path'
import { prepare, projectDir } from './prepare.mjs'
import { main, run } from './run.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  const node = await prepare({ web: servesWeb(args) })
  return run(node, join(projectDir, 'packages', 'cli', 'src', 'main.ts'), args)
})

/**
 * Whether a command line starts something that browsers look at; without a command that is `serve`.
 *
 * @param {readonly string[]} args
 */
function servesWeb([command = 'serve']) {
  return command === 'serve' || command === 'api' || command.startsWith('-')
}
