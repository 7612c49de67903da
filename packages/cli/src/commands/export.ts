import { writeFile } from 'node:fs/promises'
import { callServer, callSettingNames } from '../calling/call-server.ts'
import { say } from '../terminal/terminal.ts'
import { type Command, CommandError } from './command.ts'

/** Fetches the plan of a runbook as a file that can be imported again. */
export const exportPlan: Command = {
  name: 'export',
  summary: 'Fetch the plan of a runbook as a file, through the API',
  options: {
    runbook: { value: 'id', meaning: 'The runbook', required: true },
    format: { value: 'csv|json', meaning: 'Form of the file (default csv)', oneOf: ['csv', 'json'] },
    timezone: { value: 'zone', meaning: 'IANA zone of the times; the runbook’s when absent' },
    output: { value: 'file', meaning: 'File to write; standard output when absent' },
    json: { meaning: 'Tell a refusal as JSON' },
  },
  settings: callSettingNames,
  run({ options, settings }) {
    const { runbook = '', format, timezone, output, json } = options
    return callServer(settings, json !== undefined, async (client) => {
      const text = await client.exportTasks({
        params: { runbook_id: runbook },
        query: { format: format === 'json' ? 'json' : 'csv', timezone },
      })
      if (output === undefined) {
        process.stdout.write(text)
        return
      }
      await writeFile(output, text).catch((cause: NodeJS.ErrnoException) => {
        throw new CommandError(`${output} cannot be written (${cause.code}).`, { cause })
      })
      say(`${output}: ${Buffer.byteLength(text)} bytes`)
    })
  },
}
