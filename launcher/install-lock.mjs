import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LaunchError, say } from './npm.mjs'

/**
 * Does the work while no other launch of this project does any. The lock is the folder `.runtime/install-lock` with one file in
 * it, named after its holder. It is taken by moving a folder there, which the system refuses as long as the one there is not
 * empty; the file of a dead holder is removed by its name, which cannot hit anybody else's.
 *
 * @template T
 * @param {string} projectDir
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withInstallLock(projectDir, work) {
  const runtimeDir = join(projectDir, '.runtime')
  const lock = join(runtimeDir, 'install-lock')
  const own = await holderName(process.pid)
  await mkdir(runtimeDir, { recursive: true }).catch(refuse)
  const draft = await mkdtemp(join(runtimeDir, 'install-lock-')).catch(refuse)
  try {
    await writeFile(join(draft, own), '')
    let told = ''
    while (!(await isMoved(draft, lock))) {
      const [holder] = await readdir(lock).catch(() => [])
      if (holder === undefined) continue
      const pid = Number.parseInt(holder, 10)
      if ((await holderName(pid)) !== holder) {
        await unlink(join(lock, holder)).catch(() => {})
        continue
      }
      if (told !== holder) say(`Waiting for the launch with pid ${pid}, which is installing or building`)
      told = holder
      await delay(100)
    }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  try {
    return await work()
  } finally {
    await unlink(join(lock, own)).catch(() => {})
    await rmdir(lock).catch(() => {})
  }
}

/**
 * @param {string} draft
 * @param {string} lock
 */
async function isMoved(draft, lock) {
  try {
    await rename(draft, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code)))
      return false
    throw error
  }
}

/**
 * The pid, with the start of the process in clock ticks (/proc/<pid>/stat, field 22) where the system tells, because pids come
 * round again; empty when there is no such process.
 *
 * @param {number} pid
 */
async function holderName(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // A process of another user is there, too.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return ''
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? '' : `${pid}-${fields[19] ?? 'unknown'}`
}

/**
 * @param {unknown} cause
 * @returns {never}
 */
function refuse(cause) {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  throw new LaunchError(
    `Something has to be installed or built, but the project's folder cannot be written to (${code}). Start once as a user who may.`,
    { cause },
  )
}
