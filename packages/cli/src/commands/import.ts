import { readFile } from 'node:fs/promises'
import type { ImportMeta } from '@runsheet/client'
import { callServer, callSettingNames } from '../calling/call-server.ts'
import { say, sayJson } from '../terminal/terminal.ts'
import { type Command, CommandError, UsageError } from './command.ts'

/** Sends a plan to a runbook: all of it or nothing. */
export const importPlan: Command = {
  name: 'import',
  summary: 'Add the tasks of a CSV file to a runbook, through the API',
  args: ['FILE'],
  options: {
    runbook: { value: 'id', meaning: 'The runbook', required: true },
    'dry-run': { meaning: 'Check the file and tell what would be made; change nothing' },
    mapping: { value: 'json', meaning: 'Column heading → field, or null to leave the column out' },
    json: { meaning: 'Answer as JSON' },
  },
  settings: callSettingNames,
  async run({ args, options, settings }) {
    const { runbook = '', mapping } = options
    const isDryRun = options['dry-run'] !== undefined
    const json = options['json'] !== undefined
    const columns = mapping === undefined ? undefined : readMapping(mapping)
    const body = await readPlanFile(args['FILE'] ?? '')
    return callServer(settings, json, async (client) => {
      const document = await client.importTasks({
        params: { runbook_id: runbook },
        query: { mapping: columns, ...(isDryRun ? { dry_run: true } : {}) },
        body,
      })
      if (json) sayJson(document)
      else for (const line of told(document.meta, isDryRun)) say(line)
    })
  },
}

function readMapping(text: string): Readonly<Record<string, string | null>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      // What its members may be is for the server to judge.
      return value as Readonly<Record<string, string | null>>
  } catch {
    // Said below, as for any other text that is no object.
  }
  throw new UsageError('--mapping must be a JSON object, such as {"Owner": "team", "Notes": null}.')
}

async function readPlanFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    })
  }
}

function told({ created, streams_created, renumbered }: ImportMeta, isDryRun: boolean): string[] {
  return [
    `${isDryRun ? 'Would be created' : 'Created'}: ${created} tasks, ${streams_created} streams`,
    ...renumbered.map(
      ({ label, id }) => `Task ${label} of the file ${isDryRun ? 'would become' : 'is'} number ${id}`,
    ),
  ]
}
