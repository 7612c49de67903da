import { api } from './api.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify } from './audit-verify.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { core } from './core.ts'
import { exportPlan } from './export.ts'
import { importPlan } from './import.ts'
import { invite } from './invite.ts'
import { migrate } from './migrate.ts'
import { ownerReset } from './owner-reset.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { token } from './token.ts'
import { worker } from './worker.ts'

/** Everything that the program does; the first is done when nothing is said. */
export const commands: readonly Command[] = [
  serve,
  api,
  core,
  worker,
  migrate,
  token,
  invite,
  importPlan,
  exportPlan,
  auditVerify,
  auditExport,
  backup,
  restore,
  ownerReset,
]
