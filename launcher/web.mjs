import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { compressFiles } from './compress-files.mjs'
import { LaunchError } from './npm.mjs'

/** In the build: the hash of what it was made from. */
const BUILT_FROM = '.built-from'

/** What the build is made from; tests are no part of it. */
const sources = [
  'packages/web',
  'packages/client/src',
  'packages/contract/src',
  'packages/domain/src',
  'package-lock.json',
]
const notSources = /^(?:node_modules|dist(?:\.draft)?|\..*|.*\.test\.tsx?)$/

/**
 * Whether there is a build of the web, made from the sources as they are.
 *
 * @param {string} projectDir
 */
export async function isWebBuilt(projectDir) {
  const builtFrom = await readFile(join(buildDir(projectDir), BUILT_FROM), 'utf8').catch(() => undefined)
  return builtFrom !== undefined && builtFrom === (await hashOfSources(projectDir))
}

/**
 * Builds the web with Vite, which needs no network. The build comes to its place in one step, so that what is there is whole. The
 * install lock must be held.
 *
 * @param {string} projectDir
 * @param {string} node the Node to build with
 * @throws {LaunchError} with what Vite wrote, when it fails; the build that was there stays
 */
export async function buildWeb(projectDir, node) {
  const target = buildDir(projectDir)
  const draft = `${target}.draft`
  const builtFrom = await hashOfSources(projectDir)
  await rm(draft, { recursive: true, force: true })
  await runVite(projectDir, node, draft)
  await compressFiles(draft)
  await writeFile(join(draft, BUILT_FROM), builtFrom)
  await rm(target, { recursive: true, force: true })
  await rename(draft, target)
}

/** @param {string} projectDir */
function buildDir(projectDir) {
  return join(projectDir, 'packages', 'web', 'dist')
}

/**
 * @param {string} projectDir
 * @param {string} node
 * @param {string} outDir
 */
async function runVite(projectDir, node, outDir) {
  const vite = join(projectDir, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(node, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: join(projectDir, 'packages', 'web'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new LaunchError(`The web could not be built:\n${output.trim()}`)
}

/** @param {string} projectDir */
async function hashOfSources(projectDir) {
  const found = await Promise.all(sources.map((path) => filesBelow(join(projectDir, path))))
  const hashed = await Promise.all(
    found.flat().map(async (path) => {
      const name = relative(projectDir, path).split(sep).join('/')
      return `${name} ${sha256(await readFile(path))}`
    }),
  )
  return sha256(hashed.sort().join('\n'))
}

/**
 * @param {string} path of a file or a folder
 * @returns {Promise<string[]>}
 */
async function filesBelow(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  const found = entries
    .filter((entry) => !notSources.test(entry.name))
    .map(async (entry) => {
      const inside = join(path, entry.name)
      return entry.isDirectory() ? filesBelow(inside) : [inside]
    })
  return (await Promise.all(found)).flat()
}

/** @param {string | Uint8Array} data */
function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}
