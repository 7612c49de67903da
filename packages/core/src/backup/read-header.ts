import { listMigrations } from '../db/migrate.ts'
import { BackupError } from './backup-error.ts'
import { type BackupHeader, FORMAT, FORMAT_VERSION, type Frame } from './frames.ts'

/**
 * Reads what the file is.
 *
 * @throws {BackupError} not_a_backup, newer_than_program
 */
export async function readHeader(frames: AsyncIterator<Frame>, file: string): Promise<BackupHeader> {
  const header = await firstFrame(frames, file)
  if (header?.format !== FORMAT) throw notABackup(file)
  const newest = (await listMigrations()).at(-1)?.number ?? 0
  if (header.format_version > FORMAT_VERSION || header.migration > newest) {
    throw new BackupError(
      'newer_than_program',
      `${file} was made by Runsheet ${header.runsheet_version} at migration ${header.migration}; this program knows up to ${newest}. Restore it with that version or a newer one.`,
    )
  }
  return header
}

async function firstFrame(frames: AsyncIterator<Frame>, file: string): Promise<BackupHeader | undefined> {
  try {
    const first = await frames.next()
    if (first.done || first.value.type !== 'H') return undefined
    // The seal of the file was right: what says that it is a header was written by us.
    return JSON.parse(first.value.content.toString()) as BackupHeader
  } catch (cause) {
    throw notABackup(file, { cause })
  }
}

function notABackup(file: string, options?: ErrorOptions): BackupError {
  return new BackupError('not_a_backup', `${file} is no backup of Runsheet.`, options)
}
