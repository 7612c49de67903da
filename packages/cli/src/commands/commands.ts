import { api } from './api.ts'
import type { Command } from './command.ts'
import { core } from './core.ts'
import { migrate } from './migrate.ts'
import { serve } from './serve.ts'
import { worker } from './worker.ts'

/** Everything that the program does; the first is done when nothing is said. */
export const commands: readonly Command[] = [serve, api, core, worker, migrate]
