import { fileURLToPath } from 'node:url'
import { areInstalled } from './dependencies.mjs'
import { withInstallLock } from './install-lock.mjs'
import { npm, say } from './npm.mjs'
import { findRuntime, installRuntime } from './runtime.mjs'

/** The project's folder, whatever the current one is. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url))

/**
 * Brings what is missing: the dependencies of the lockfile, and a Node that is new enough. Writes nothing, and needs neither the
 * network nor a lock, when both are there.
 *
 * @param {{ development?: boolean }} [needs] whether the tools for development have to be there, too
 * @returns {Promise<string>} the path of the Node to run the project with
 */
export async function prepare({ development = false } = {}) {
  const isReady = async () =>
    findRuntime(projectDir) !== undefined && (await areInstalled(projectDir, development))
  if (!(await isReady())) {
    await withInstallLock(projectDir, async () => {
      // Another launch may have done it while we waited.
      if (!(await areInstalled(projectDir, development))) {
        say('Installing the dependencies (npm ci)')
        await npm(projectDir, ['ci'])
      }
      if (findRuntime(projectDir) === undefined) await installRuntime(projectDir)
    })
  }
  return /** @type {string} */ (findRuntime(projectDir))
}
