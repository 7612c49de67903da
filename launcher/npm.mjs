import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

/**
 * Something a person cannot run without: the message says what to do, and needs no stack.
 */
export class LaunchError extends Error {}

/**
 * Tells what is done, apart from what the program writes.
 *
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`runsheet: ${message}\n`)
}

/**
 * Runs npm with our own Node, quietly; what it wrote is shown only when it fails.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export async function npm(cwd, args) {
  // npm tells the scripts it runs where it lies; other package managers do so, too, of themselves.
  const cli = process.env['npm_execpath']
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli)
  const [command, first] = isNpm ? [process.execPath, [cli]] : ['npm', []]
  const child = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: { ...process.env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).catch((cause) => {
    throw new LaunchError(`npm cannot be run (${cause.message}). Install npm 10 or newer.`, { cause })
  })
  if (code !== 0) {
    // After what went wrong npm lists all options it has.
    const [reason = ''] = output.split('npm error Usage:')
    throw new LaunchError(`npm ${args.join(' ')} failed:\n${reason.trim()}`)
  }
}
