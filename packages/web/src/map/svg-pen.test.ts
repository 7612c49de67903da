import { expect, test, vi } from 'vitest'
import { speak } from '../language/language.ts'
import { taskLook } from '../room/look.ts'
import { type Plan, positionsOf, type Task } from '../room/plan.ts'
import { scheduleAt } from '../room/schedule.ts'
import { scaleFor, svgOf } from './export-map.ts'
import { geometryOf } from './geometry.ts'
import { layOut } from './layout.ts'
import { measures } from './measures.ts'
import type { Scene } from './scene.ts'
import { escaped, SvgPen } from './svg-pen.ts'
import { TextFit } from './text-fit.ts'
import { layoutInputOf } from './use-layout.ts'

// What a browser has and Node has not: outlines that are drawn, and the language of the page.
vi.stubGlobal('Path2D', function Path2D() {})
vi.stubGlobal('document', { documentElement: {} })
await speak('en')

/** The texts of a document, in order. @throws when its elements do not close in the order in which they open */
function textsOf(xml: string): string[] {
  const open: string[] = []
  const texts: string[] = []
  for (const [, text = '', tag = ''] of xml.replace(/^<\?xml[^>]*\?>\n/, '').matchAll(/([^<]*)<([^>]*)>/g)) {
    if (text.trim() !== '') texts.push(text.trim())
    if (/&(?!(amp|lt|gt|quot);)/.test(text + tag)) throw new Error(`a bare & in ${text}${tag}`)
    if (!/^\/?\w+( [\w:-]+="[^"<]*")*\/?$/.test(tag)) throw new Error(`no tag: ${tag}`)
    const name = /\w+/.exec(tag)?.[0] ?? ''
    if (tag.startsWith('/')) {
      if (open.pop() !== name) throw new Error(`${tag} closes nothing`)
    } else if (!tag.endsWith('/')) open.push(name)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} stays open`)
  return texts
}

const task = (id: number, name: string, predecessors: readonly number[]): Task => ({
  id,
  name,
  stage: 'not_startable',
  completion_type: null,
  duration: 600,
  level: 'level_1',
  auto_start: false,
  auto_finish: false,
  start_requirements: 'anyone',
  end_requirements: 'anyone',
  start_minimum: null,
  end_minimum: null,
  start_planned: null,
  end_planned: null,
  start_actual: null,
  end_actual: null,
  start_fixed: null,
  end_fixed: null,
  start_ready: null,
  comments_count: 0,
  stream_id: 1,
  task_type_id: 1,
  predecessors,
  assignees: [{ type: 'user', id: 3 }],
  started_by: null,
  completed_by: null,
  task_links: [],
})

const title = 'Drain the replication backlog of <ledger> & cards before anybody stops anything at Northgate'

function sceneOf(theme: Scene['theme']): Scene {
  const tasks = [task(1, title, []), task(2, 'Break the mirror', [1])]
  const stream = {
    color: null,
    is_primary: true,
    status: 'off',
    status_message: null,
    parent_id: null,
  } as const
  const plan = {
    seq: 1,
    runbook: { name: 'Failover', timezone: 'UTC', start_scheduled: 0, created_at: 0 },
    run: null,
    tasks,
    positions: positionsOf(tasks),
    streams: [{ ...stream, id: 1, name: 'Storage' }],
    taskTypes: new Map(),
    people: new Map([[3, { id: 3, name: 'Ines Weber', role: null }]]),
    teams: new Map(),
  } as unknown as Plan
  const schedule = scheduleAt(plan, 0)
  const input = layoutInputOf(plan, schedule)
  const layout = layOut(input)
  return {
    plan,
    schedule,
    input,
    layout,
    geometry: geometryOf(input, layout, measures),
    measures,
    lanes: input.lanes,
    looks: tasks.map((_, at) => taskLook(plan, schedule, at, 0)),
    passes: new Uint8Array(2).fill(1),
    lit: { kind: 'nothing' },
    me: 3,
    theme,
    hasTimes: true,
  }
}

const fit = new TextFit((text) => text.length * 6)

test('the SVG of a map is well-formed and has every title in full', () => {
  const texts = textsOf(svgOf(sceneOf('dark'), fit))
  expect(texts.join(' ')).toContain(escaped(title))
  expect(texts).toContain('Break the mirror')
  expect(texts).toContain('Storage')
  expect(texts).toContain('IW')
})

test('the SVG has the colours of the theme that is shown', () => {
  expect(svgOf(sceneOf('dark'), fit)).toContain('#0B0E11')
  const light = svgOf(sceneOf('light'), fit)
  expect(light).toContain('#F5F5F2')
  expect(light).not.toContain('#0B0E11')
})

test('signs that are no XML are written so that they are read as they were', () => {
  expect(escaped('a < b & "c" \u0000\u0007> d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d')
})

test('moves and scales of the pen apply to what is drawn afterwards, until it is restored', () => {
  const pen = new SvgPen()
  pen.save()
  pen.translate(10, 20)
  pen.scale(2)
  pen.fillRect(1, 1, 3, 4)
  pen.restore()
  pen.fillRect(1, 1, 3, 4)
  const svg = pen.document(100, 50, 'x', 'y')
  expect(svg).toContain('<rect x="12" y="22" width="6" height="8" fill="#000000"/>')
  expect(svg).toContain('<rect x="1" y="1" width="3" height="4" fill="#000000"/>')
})

test('a picture is drawn at twice its size, unless that would be more than browsers can make', () => {
  expect(scaleFor(1000, 500)).toBe(2)
  expect(scaleFor(32_000, 500)).toBe(0.5)
  expect(scaleFor(16_000, 16_000)).toBe(0.5)
})
