export { type BackupReport, backup } from './backup.ts'
export { BackupError, type BackupErrorCode } from './backup-error.ts'
export { type RestoreOptions, type RestoreReport, restore } from './restore.ts'
