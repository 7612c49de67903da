import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { LaunchError, say } from './npm.mjs'
import { projectDir } from './prepare.mjs'

/** What every Node of ours is started with. */
const nodeFlags = ['--disable-warning=ExperimentalWarning']

/**
 * Runs a script with the given Node to its end; arguments, environment, current folder and the standard streams are passed
 * through. SIGTERM is passed on, and so is SIGINT, except that of Ctrl-C, which the terminal has sent to the child already (a
 * second one means "at once" to many programs).
 *
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} args
 * @param {(message: unknown) => void} [onMessage] takes what the script sends with `process.send`
 * @returns {Promise<number>} its exit code; 128 and the signal's number when it was ended by a signal
 */
export async function run(node, script, args, onMessage) {
  const path = [dirname(node), join(projectDir, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(node, [...nodeFlags, script, ...args], {
    env: { ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', ...(onMessage ? /** @type {const} */ (['ipc']) : [])],
  })
  if (onMessage) child.on('message', onMessage)

  const hasTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  const interrupt = () => {
    if (!hasTerminal) child.kill('SIGINT')
  }
  const terminate = () => child.kill('SIGTERM')
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
    })
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', terminate)
  }
}

/**
 * Does what a launch is for, and ends this process with the resulting exit code.
 *
 * @param {() => Promise<number>} launch
 */
export async function main(launch) {
  try {
    process.exitCode = await launch()
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
