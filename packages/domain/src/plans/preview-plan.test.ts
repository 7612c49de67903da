import { expect, test } from 'vitest'
import { previewPlan } from './preview-plan.ts'
import { readPlan } from './read-plan.ts'

function draftOf(...lines: string[]) {
  const [header = [], ...rows] = lines.map((line) => line.split('|'))
  const table = { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
  const read = readPlan(table, { timezone: 'UTC' })
  if (!('draft' in read)) throw new Error(JSON.stringify(read))
  return read.draft
}

/** 2026-11-28T22:00:00Z. */
const origin = 1_795_903_200

test('a preview tells the length, the end, the critical tasks and the layers of the plan', () => {
  //        A 10 min ── B 20 min ── D 5 min        C 15 min after A has 5 min of float
  const draft = draftOf('ID|Title|Predecessors|Duration', '4|D|2; 3|5', '1|A||10', '2|B|1|20', '3|C|1|15')
  const preview = previewPlan(draft, { origin })
  // 10 + 20 + 5 = 35 minutes.
  expect(preview.length).toBe(2_100)
  expect(preview.plan.runbookEnd).toBe(origin + 2_100)
  expect(preview.criticalCount).toBe(3)
  expect([...preview.plan.totalFloat]).toEqual([0, 0, 0, 300])
  expect([...preview.layers]).toEqual([2, 0, 1, 1])
  expect(preview.layerCount).toBe(3)
})

test('a fixed start holds its task, and a type without time takes none', () => {
  const draft = draftOf(
    'ID|Title|Predecessors|Duration|Type|Fixed start',
    '1|A||30|milestone|2026-11-28 23:00 UTC',
    '2|B|1|10|Normal|',
  )
  const taskTypes = [{ name: 'Milestone', key: 'milestone', zero_duration: true, off_end: false }]
  // From 22:00 to 23:00, then ten minutes.
  expect(previewPlan(draft, { origin, taskTypes }).length).toBe(4_200)
})

test('streams and teams that are not there yet are told, whatever the case of their letters', () => {
  const draft = draftOf(
    'Title|Stream|Sub Stream|Team',
    'A|Command||card ops; QA',
    'B|Cards|Limits|qa; Link Ops',
    'C|cards||',
    'D|||',
  )
  const preview = previewPlan(draft, {
    origin,
    streams: [{ name: 'command', parent: null }],
    teams: ['Card Ops'],
  })
  expect(preview.streams).toEqual([
    { name: 'Command', isNew: false, taskCount: 1 },
    { name: 'Cards', isNew: true, taskCount: 2 },
  ])
  expect([...preview.streamOf]).toEqual([0, 1, 1, -1])
  expect(preview.newStreams).toEqual([
    { name: 'Cards', parent: null },
    { name: 'Limits', parent: 'Cards' },
  ])
  expect(preview.newTeams).toEqual(['QA', 'Link Ops'])
})

test('a file without rows makes an empty plan', () => {
  expect(previewPlan(draftOf('Title'), { origin })).toMatchObject({
    length: 0,
    criticalCount: 0,
    layerCount: 0,
  })
})
