import type { TestServer } from '@runsheet/testing'

const STREAMS = [
  'Command',
  'Network',
  'Storage',
  'Databases',
  'Applications',
  'Assurance',
  'Mainframe',
  'Payments',
]

/**
 * A plan of so many tasks in eight streams as CSV: each waits for one or two of the forty before it, as plans of large
 * moves do. The same plan each time.
 */
export function largePlan(count: number): string {
  let state = 7
  const random = () => {
    // A linear congruential generator; the numbers are those of Numerical Recipes.
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
  const rows = Array.from({ length: count }, (_, at) => {
    const id = at + 1
    const links = at < 8 ? 0 : 1 + Math.floor(random() * 2)
    const after = new Set(Array.from({ length: links }, () => Math.max(1, at - Math.floor(random() * 40))))
    const stream = STREAMS[Math.floor(random() * STREAMS.length)]
    const type = random() < 0.05 ? 'Milestone' : random() < 0.2 ? 'Validation' : 'Normal'
    return `${id},Step ${id}: move batch ${Math.floor(random() * 900)} of the ledger,${[...after].join(';')},${stream},${type},${1 + Math.floor(random() * 30)}`
  })
  return `Task ID,Title,Predecessor IDs,Stream,Task Type,Planned Duration\n${rows.join('\n')}\n`
}

/** Makes a runbook with such a plan. @returns its id */
export async function makeLargeRunbook(server: TestServer, count: number): Promise<string> {
  const key = `large-${count}-${Date.now()}`
  const workspace = await server.send('POST', '/core/workspaces', {
    data: { type: 'workspace', attributes: { name: key, key } },
  })
  const made = await server.send('POST', '/core/runbooks', {
    data: {
      type: 'runbook',
      attributes: { name: `${count} tasks` },
      relationships: {
        workspace: { data: { type: 'workspace', id: workspace.document['data'].id as string } },
      },
    },
  })
  const id = made.document['data'].id as string
  const imported = await server.send('POST', `/core/runbooks/${id}/tasks/import`, largePlan(count))
  if (imported.status !== 201) throw new Error(`the import was answered ${imported.status}`)
  return id
}
