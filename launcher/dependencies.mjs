import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchError } from './npm.mjs'

/**
 * Whether node_modules holds what the lockfile says: npm notes what it installed in `node_modules/.package-lock.json`, last of
 * all, and leaves out there the optional packages that are not for this platform.
 *
 * @param {string} projectDir
 * @param {boolean} development whether the tools for development have to be there, too
 */
export async function areInstalled(projectDir, development) {
  const wanted = await packagesOf(join(projectDir, 'package-lock.json'))
  if (wanted === undefined)
    throw new LaunchError(`${projectDir} has no package-lock.json: it is no copy of Runsheet.`)
  const installed = await packagesOf(join(projectDir, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return false

  for (const path of Object.keys(installed)) {
    if (!isSame(installed[path], wanted[path])) return false
  }
  return Object.entries(wanted).every(([path, entry]) => {
    const mayBeAbsent = path === '' || entry.optional || entry.devOptional || (entry.dev && !development)
    return (
      mayBeAbsent ||
      (path in installed && (!path.startsWith('node_modules/') || existsSync(join(projectDir, path))))
    )
  })
}

/** @typedef {{ version?: string, integrity?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean, dev?: boolean }} LockEntry */

/**
 * @param {string} path
 * @returns {Promise<Record<string, LockEntry> | undefined>}
 */
async function packagesOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * @param {LockEntry | undefined} one
 * @param {LockEntry | undefined} other
 */
function isSame(one, other) {
  return (
    one?.version === other?.version &&
    one?.integrity === other?.integrity &&
    (!one?.link || one.resolved === other?.resolved)
  )
}
