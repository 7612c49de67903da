import { CommandError } from '../commands/command.ts'

/**
 * Listens, and says plainly why that is not possible.
 *
 * @throws {CommandError} when the port is taken, not allowed, or the address is not of this machine
 */
export async function listenAt<T>(host: string, port: number, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen()
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? '']
    if (!why) throw error
    throw new CommandError(`Cannot listen on ${host}, port ${port}: ${why}`, { cause: error })
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there. Stop it, or choose another port with --port.',
  EACCES: 'this user may not take that port. Choose one above 1023 with --port.',
  EADDRNOTAVAIL: 'this machine does not have that address. Choose another with --host.',
  ENOTFOUND: 'there is no such host. Choose an address with --host.',
}

/** The address for a person to open: names for addresses that mean "every one", brackets around IPv6. */
export function urlOf(host: string, port: number, basePath: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}${basePath === '/' ? '' : basePath}`
}
