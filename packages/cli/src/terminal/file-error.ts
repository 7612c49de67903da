import { CommandError } from '../commands/command.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'it is there already',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written to',
}

/** What a person is told of a file that cannot be read or written; any other error comes back as it is. */
export function asFileError(error: unknown): unknown {
  const { code = '', path } = error as { code?: unknown; path?: unknown }
  const reason = typeof code === 'string' ? reasons[code] : undefined
  if (typeof path !== 'string' || reason === undefined) return error
  return new CommandError(`${path} cannot be read or written: ${reason}.`, { cause: error })
}
