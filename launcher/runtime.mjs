import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchError, npm, say } from './npm.mjs'

/** The Node that machines with an older one are given, from the npm package of their platform. */
const VERSION = '24.21.0'
const OLDEST_MAJOR = 24

/** There are packages of this version for these platforms only. */
const platforms = ['linux-x64', 'linux-arm64']

/**
 * The Node to run the project with: our own where it is new enough, else the one in `.runtime`.
 *
 * @param {string} projectDir
 * @returns {string | undefined} undefined when it has to be brought first
 */
export function findRuntime(projectDir) {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) return process.execPath
  const path = join(runtimeDir(projectDir), 'node_modules', packageName, 'bin', 'node')
  return existsSync(path) ? path : undefined
}

/**
 * Brings the runtime. It comes to its place in one step, so that what is there is whole. The install lock must be held.
 *
 * @param {string} projectDir
 */
export async function installRuntime(projectDir) {
  // The packages hold programs for the GNU C library.
  const report = /** @type {{ header: Record<string, unknown> }} */ (process.report.getReport())
  const hasGlibc = process.platform !== 'linux' || 'glibcVersionRuntime' in report.header
  if (!platforms.includes(platform) || !hasGlibc) {
    throw new LaunchError(
      `This is Node ${process.versions.node} on ${platform}${hasGlibc ? '' : ' without the GNU C library'}; Runsheet needs Node ${OLDEST_MAJOR} or newer, and can bring it along only for ${platforms.join(' and ')} (glibc). Install Node ${OLDEST_MAJOR} (https://nodejs.org) and start again.`,
    )
  }
  say(`Node ${process.versions.node} is too old, bringing Node ${VERSION} (npm package ${packageName})`)
  const target = runtimeDir(projectDir)
  const draft = `${target}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  const options = ['--prefix', draft, '--no-save', '--no-package-lock', '--ignore-scripts']
  await npm(draft, ['install', ...options, `${packageName}@${VERSION}`])
  await rm(target, { recursive: true, force: true })
  await rename(draft, target)
}

const platform = `${process.platform}-${process.arch}`
const packageName = `node-${platform}`

/** @param {string} projectDir */
function runtimeDir(projectDir) {
  return join(projectDir, '.runtime', `node-${VERSION}-${platform}`)
}
