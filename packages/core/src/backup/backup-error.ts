export type BackupErrorCode =
  /** The file is no backup of Runsheet. */
  | 'not_a_backup'
  /** The file was cut off or changed after it was written. */
  | 'damaged'
  /** The file was made by a newer program. */
  | 'newer_than_program'
  /** The database to restore into has a newer structure than the file. */
  | 'newer_than_file'
  /** The database to restore into is in use, or cannot hold what is in the file. */
  | 'unfit_database'
  /** The log in the file had been changed before the backup was taken. */
  | 'broken_chains'

/** Why a backup is not restored; the database is as it was. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
