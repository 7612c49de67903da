import { fileURLToPath } from 'node:url'
import { areInstalled } from './dependencies.mjs'
import { withInstallLock } from './install-lock.mjs'
import { npm, say } from './npm.mjs'
import { findRuntime, installRuntime } from './runtime.mjs'
import { buildWeb, isWebBuilt } from './web.mjs'

/** The project's folder, whatever the current one is. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url))

/**
 * Brings what is missing: the dependencies of the lockfile, a Node that is new enough, and the build of the web as its sources
 * are. Writes nothing, and needs neither the network nor a lock, when all are there.
 *
 * @param {{ development?: boolean, web?: boolean }} [needs] whether the tools for development, and the web, have to be there, too
 * @returns {Promise<string>} the path of the Node to run the project with
 */
export async function prepare({ development = false, web = false } = {}) {
  const isReady = async () =>
    findRuntime(projectDir) !== undefined &&
    (await areInstalled(projectDir, development)) &&
    (!web || (await isWebBuilt(projectDir)))
  if (!(await isReady())) {
    await withInstallLock(projectDir, async () => {
      // Another launch may have done it while we waited.
      if (!(await areInstalled(projectDir, development))) {
        say('Installing the dependencies (npm ci)')
        await npm(projectDir, ['ci'])
      }
      if (findRuntime(projectDir) === undefined) await installRuntime(projectDir)
      if (web && !(await isWebBuilt(projectDir))) {
        say('Building the web')
        await buildWeb(projectDir, runtime())
      }
    })
  }
  return runtime()
}

/** The Node of which `prepare` has made sure that it is there. */
function runtime() {
  return /** @type {string} */ (findRuntime(projectDir))
}
