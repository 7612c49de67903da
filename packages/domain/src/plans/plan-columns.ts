/** What a column of a plan can hold, with the heading that an export gives it and the other headings that mean it. */
const columns = {
  label: {
    title: 'Task ID',
    synonyms: ['id', '#', 'task number', 'task no', 'number', 'no', 'internal number', 'ref'],
  },
  name: { title: 'Title', synonyms: ['task title', 'name', 'task name', 'task'] },
  predecessors: {
    title: 'Predecessor IDs',
    synonyms: [
      'predecessor id',
      'predecessors',
      'predecessor',
      'predecessor task ids',
      'depends on',
      'dependencies',
      'dependency',
      'dependency ids',
    ],
  },
  description: { title: 'Description', synonyms: ['task description', 'details'] },
  stream: { title: 'Stream', synonyms: ['stream name', 'workstream'] },
  sub_stream: { title: 'Sub Stream', synonyms: ['sub stream name', 'sub workstream'] },
  task_type: { title: 'Task Type', synonyms: ['type'] },
  duration: {
    title: 'Planned Duration',
    synonyms: [
      'duration',
      'task duration',
      'duration (minutes)',
      'duration (min)',
      'planned duration (minutes)',
    ],
  },
  level: { title: 'Task Level', synonyms: ['level'] },
  team: {
    title: 'Assigned Team',
    synonyms: ['assigned teams', 'team', 'teams', 'runbook team', 'runbook teams', 'owner', 'owning team'],
  },
  start_fixed_date: {
    title: 'Planned Fixed Date',
    synonyms: [
      'fixed date',
      'fixed start date',
      'planned fixed start date',
      'start fixed',
      'fixed start',
      'start date',
    ],
  },
  start_fixed_time: {
    title: 'Planned Fixed Time',
    synonyms: ['fixed time', 'fixed start time', 'planned fixed start time', 'start time'],
  },
  end_fixed_date: {
    title: 'Planned Due Date',
    synonyms: ['due date', 'due', 'fixed end date', 'end fixed', 'fixed end', 'deadline'],
  },
  end_fixed_time: { title: 'Planned Due Time', synonyms: ['due time', 'fixed end time'] },
} as const satisfies Record<string, { title: string; synonyms: readonly string[] }>

/** A field of the documented columns. */
export type PlanColumn = keyof typeof columns

/** A field that a column can be mapped to; custom fields by `custom_field:<name>`. */
export type PlanField = PlanColumn | `custom_field:${string}`

/** In the order of an export. */
export const planColumns = Object.keys(columns) as PlanColumn[]

/** The heading that an export writes, and an import knows, for each field. */
export const planColumnTitles = Object.fromEntries(
  planColumns.map((column) => [column, columns[column].title]),
) as Record<PlanColumn, string>

/** The heading from which on columns are computed, and not read. */
export const OUTPUT_FIELDS = 'Output fields'

/** A custom field as a heading names it. */
export interface FieldColumn {
  id: string | null
  name: string
}

const known = new Map(
  planColumns.flatMap((column) =>
    [columns[column].title, ...columns[column].synonyms].map(
      (heading) => [normalised(heading), column] as const,
    ),
  ),
)

const CUSTOM_FIELD_FORMS = [/^(?:custom field|cf)\s*:\s*(.+)$/is, /^(.+)\s\(custom field\)$/is]

/** Whether the heading begins the computed columns. */
export function isOutputHeading(heading: string): boolean {
  return normalised(heading) === normalised(OUTPUT_FIELDS)
}

/** The documented column that a heading means, whatever its case, spaces, underscores and punctuation. */
export function guessColumn(heading: string): PlanColumn | undefined {
  return known.get(normalised(heading))
}

/** Reads `Custom field: Name`, `CF: Name` and `Name (custom field)`, with or without the id: `Custom field: Name [12]`. */
export function customFieldOf(heading: string): FieldColumn | undefined {
  for (const form of CUSTOM_FIELD_FORMS) {
    const name = form.exec(heading.trim())?.[1]
    if (name !== undefined) return fieldColumn(name)
  }
  return undefined
}

/** The heading of a custom field in an export; {@link customFieldOf} reads it back. */
export function customFieldHeading(field: { id: string; name: string }): string {
  return `Custom field: ${field.name} [${field.id}]`
}

/** The field that a mapping names; undefined when there is none of that name. */
export function fieldOf(name: string): PlanColumn | FieldColumn | undefined {
  if (Object.hasOwn(columns, name)) return name as PlanColumn
  const custom = /^custom_field:(.+)$/s.exec(name)?.[1]?.trim()
  return custom ? fieldColumn(custom) : undefined
}

function fieldColumn(text: string): FieldColumn {
  const [, name, id] = /^(.*\S)\s*\[(\d{1,19})\]$/s.exec(text.trim()) ?? []
  return name === undefined || id === undefined ? { id: null, name: text.trim() } : { id, name }
}

function normalised(heading: string): string {
  const text = heading.normalize('NFKC').trim().toLowerCase()
  return text === '#' ? text : text.replace(/[^\p{L}\p{N}]+/gu, '')
}
