import { detailOf, type Language, type Problem, problem } from '@runsheet/contract'
import {
  type ColumnGuess,
  type DraftStream,
  leaveOutRows,
  leaveOutWrongRows,
  linkColumns,
  type Mend,
  type MendOptions,
  mappingOf,
  type PlacedProblem,
  type PlanDraft,
  type PlanField,
  type PlanFinding,
  type PlanPreview,
  type PlanTable,
  type PreviewTaskType,
  placeProblems,
  planPlace,
  previewPlan,
  REPORTED_PROBLEMS,
  reviewFile,
  writeCsv,
} from '@runsheet/domain'

/** A task type that a file may name, with the icon that was chosen for it. */
export interface DrawnTaskType extends PreviewTaskType {
  readonly icon: string | null
}

/** What is there already, where a plan is brought in. */
export interface ImportSurroundings {
  readonly timezone: string
  /** Seconds since the epoch; null where the runbook has none. */
  readonly startScheduled: number | null
  readonly streams: readonly DraftStream[]
  readonly teams: readonly string[]
  readonly taskTypes: readonly DrawnTaskType[]
}

/** What the server refused, with the cell as it was then: it stands until the cell is another. */
export interface Refused extends PlacedProblem {
  readonly detail: string
  readonly value: string
}

export interface ReviewInput {
  /** Without the rows that stay out. */
  readonly table: PlanTable
  readonly columns: readonly ColumnGuess[]
  readonly around: ImportSurroundings
  readonly refused: readonly Refused[]
  readonly language: Language
  /** Seconds since the epoch: where the plan begins when nothing is scheduled. */
  readonly now: number
}

/** Something wrong with a file, at its cell. */
export interface Finding {
  readonly code: string
  /** Null for what is wrong with the file as a whole. */
  readonly line: number | null
  /** From 0. */
  readonly column: number | null
  readonly field: PlanField | null
  readonly value: string
  /** In the person's language. */
  readonly detail: string
  /** The one of several names of the cell that is meant. */
  readonly named: string | null
  readonly mends: readonly Mend[]
}

/** The plan as a small picture of it needs it. */
export type PreviewPicture = Pick<
  PlanPreview,
  'layers' | 'layerCount' | 'streamOf' | 'streams' | 'length' | 'criticalCount' | 'newStreams'
> & {
  readonly predecessorOffsets: Int32Array
  readonly predecessors: Int32Array
  readonly critical: Uint8Array
}

export interface ImportReview {
  /** False when no column holds titles: then nothing else is known. */
  readonly hasTitles: boolean
  readonly taskCount: number
  /** By line; the first thousand of each kind. */
  readonly findings: readonly Finding[]
  /** Lines of rows with something wrong, ascending. */
  readonly wrongLines: readonly number[]
  /** Lines that stay out when the wrong rows do: those, and others that are wrong without them. */
  readonly leavingLines: readonly number[]
  /** Teams that are not there, with the number of their tasks. */
  readonly unknownTeams: readonly { readonly name: string; readonly count: number }[]
  readonly picture: PreviewPicture | null
  /** The rows that nothing is known against, as they would be sent; null when there are none. */
  readonly csv: string | null
}

/** Everything that is to be said about a file before it is brought in. Takes about 0.1 s for 10 000 rows. */
export function reviewImport(input: ReviewInput): ImportReview {
  const { table, columns, around, language } = input
  const options = optionsOf(input)
  const review = reviewFile(table, options)
  const { draft } = review
  const names = draft ? wrongNames(draft, around) : { problems: [], lines: [] }
  const refused = input.refused.filter((entry) => isStanding(table, entry))
  const mending: MendOptions = options
  const findings = [
    ...review.findings.map((finding) => told(finding, detailOf(finding.problem, language))),
    ...placeProblems(table, draft, names.problems, mending).map((finding) =>
      told(finding, detailOf(finding.problem, language)),
    ),
    ...placeProblems(table, draft, refused, mending).map((finding) => told(finding, finding.problem.detail)),
  ].sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  const lines = findings.flatMap(({ line }) => (line === null || line === headerLine(table) ? [] : [line]))
  const wrong = new Set([...lines, ...names.lines])
  const wrongLines = [...wrong].sort((one, other) => one - other)
  const leaving = draft && leaveOut(table, wrongLines, input)
  const isSendable = leaving !== null && leaving.table.rows.length > 0
  return {
    hasTitles: draft !== null,
    taskCount: draft?.tasks.length ?? 0,
    findings,
    wrongLines,
    leavingLines: leaving?.lines ?? [],
    unknownTeams: draft ? unknownTeamsOf(draft, around) : [],
    picture: draft && draft.tasks.length > 0 ? pictureOf(draft, input) : null,
    csv: isSendable && columns.length > 0 ? writeCsv(leaving.table) : null,
  }
}

function optionsOf({ columns, around }: ReviewInput) {
  const { timezone, startScheduled, taskTypes, teams } = around
  return {
    timezone,
    mapping: mappingOf(columns),
    startScheduled: startScheduled === null ? null : new Date(startScheduled * 1000).toISOString(),
    taskTypes: taskTypes.map(({ name }) => name),
    teams,
  }
}

function told(finding: PlanFinding<PlacedProblem>, detail: string): Finding {
  const { problem: found, line, column, field, value, mends } = finding
  const about = (found.about ?? {}) as { readonly id?: unknown }
  const named = found.meta?.['value'] ?? about.id
  return {
    code: found.code,
    line,
    column,
    field,
    value,
    detail,
    named: typeof named === 'string' ? named : null,
    mends: mends.filter((mend) => mend.kind !== 'use_value' || mend.value !== value.trim()),
  }
}

/** Types and teams that are not there, as the server would answer: it looks them up only in a file that can be read. */
function wrongNames(draft: PlanDraft, { taskTypes, teams }: ImportSurroundings) {
  const types = new Set(taskTypes.flatMap(({ name, key }) => [name.toLowerCase(), key.toLowerCase()]))
  const known = new Set(teams.map((name) => name.toLowerCase()))
  const problems: Problem[] = []
  const lines: number[] = []
  const add = (line: number, found: Problem) => {
    lines.push(line)
    if (problems.length < REPORTED_PROBLEMS) problems.push(found)
  }
  for (const { line, task_type, teams: named } of draft.tasks) {
    const place = (field: 'task_type' | 'team', value: string) => ({
      meta: { ...planPlace({ line, ...draft.columns[field] }).meta, value },
    })
    if (task_type !== null && !types.has(task_type.toLowerCase()))
      add(
        line,
        problem('related_not_found', { type: 'task_type', id: task_type }, place('task_type', task_type)),
      )
    for (const name of named)
      if (!known.has(name.toLowerCase()))
        add(line, problem('not_a_participant', { type: 'runbook_team', id: name }, place('team', name)))
  }
  return { problems, lines }
}

function unknownTeamsOf({ tasks }: PlanDraft, { teams }: ImportSurroundings) {
  const known = new Set(teams.map((name) => name.toLowerCase()))
  const found = new Map<string, { name: string; count: number }>()
  for (const { teams: named } of tasks)
    for (const name of named) {
      const key = name.toLowerCase()
      if (known.has(key)) continue
      const entry = found.get(key)
      if (entry) entry.count += 1
      else found.set(key, { name, count: 1 })
    }
  return [...found.values()]
}

/** Rows go until none is wrong: one may be wrong only without another. */
function leaveOut(table: PlanTable, wrongLines: readonly number[], input: ReviewInput) {
  if (wrongLines.length === 0) return { table, lines: [] }
  const options = optionsOf(input)
  const { draft } = reviewFile(table, options)
  const rest = leaveOutWrongRows(leaveOutRows(table, wrongLines, linkColumns(draft)), options)
  return { table: rest.table, lines: [...wrongLines, ...rest.lines].sort((one, other) => one - other) }
}

function isStanding(table: PlanTable, { meta, value }: Refused): boolean {
  const line = meta?.['line']
  if (typeof line !== 'number') return false
  return cellAt(table, line, meta?.['column_number']) === value
}

/** The cell at which a refusal stands, or the whole row. @param columnNumber from 1 */
export function cellAt(table: PlanTable, line: number, columnNumber: unknown): string | undefined {
  const cells = table.rows.find((row) => row.line === line)?.cells
  return typeof columnNumber === 'number' ? (cells?.[columnNumber - 1] ?? '') : cells?.join('\t')
}

const headerLine = ({ header_line }: PlanTable) => header_line ?? 1

function pictureOf(draft: PlanDraft, { around, now }: ReviewInput): PreviewPicture {
  const { streams, teams, taskTypes } = around
  const preview = previewPlan(draft, { origin: around.startScheduled ?? now, streams, teams, taskTypes })
  return {
    layers: preview.layers,
    layerCount: preview.layerCount,
    streamOf: preview.streamOf,
    streams: preview.streams,
    length: preview.length,
    criticalCount: preview.criticalCount,
    newStreams: preview.newStreams,
    predecessorOffsets: Int32Array.from(preview.network.predecessorOffsets),
    predecessors: Int32Array.from(preview.network.predecessors),
    critical: Uint8Array.from(preview.plan.critical),
  }
}
