import { formats, isBlank, MAX_DURATION_SECONDS, taskLevels } from '@runsheet/contract'
import { type PlanDraft, parseCsv, readPlan, writeList } from '@runsheet/domain'
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  property,
  record,
  string,
  subarray,
  uniqueArray,
} from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportTask } from './export-task.ts'
import { writePlanCsv } from './write-plan-csv.ts'

/** Text of characters that mean something in CSV, in lists and in formulas, and of any others. */
const text = oneof(
  array(
    constantFrom(
      ',',
      ';',
      '\t',
      '"',
      "'",
      '=',
      '+',
      '-',
      '@',
      '#',
      '[',
      ' ',
      '\n',
      '\r',
      'é',
      '🚀',
      'a',
      '1',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  ).map((characters) => characters.join('')),
  string({ unit: 'binary', minLength: 1, maxLength: 30 }),
).filter((value) => !value.includes('\0') && !isBlank(value))

/** A name as it is kept: one line without spaces around it. */
const name = text.filter((value) => formats.line.test(value)).map((value) => value.trim())

const nullable = <T>(values: Arbitrary<T>) => option(values, { nil: null })

const instant = integer({ min: 0, max: 4_102_444_799 }).map((seconds) =>
  new Date(seconds * 1_000).toISOString().replace('.000', ''),
)

const fields = uniqueArray(name, { maxLength: 3 })

function taskOf(
  id: string,
  earlier: readonly string[],
  fieldNames: readonly string[],
): Arbitrary<ExportTask> {
  const stream = record({ stream: name, sub_stream: nullable(name) })
  return record({
    name,
    description: nullable(text),
    streams: option(stream, { nil: { stream: null, sub_stream: null } }),
    task_type: nullable(name),
    duration: nullable(integer({ min: 0, max: MAX_DURATION_SECONDS })),
    level: nullable(constantFrom(...taskLevels)),
    teams: uniqueArray(name, { maxLength: 3 }),
    start_fixed: nullable(instant),
    end_fixed: nullable(instant),
    predecessors: subarray([...earlier], { maxLength: Math.min(3, earlier.length) }),
    values: array(nullable(oneof(text, uniqueArray(text, { maxLength: 3 }))), {
      minLength: fieldNames.length,
      maxLength: fieldNames.length,
    }),
  }).map(({ streams, values, ...attributes }) => ({
    id,
    ...attributes,
    ...streams,
    custom_fields: fieldNames.map((field, index) => ({
      id: `${index + 1}`,
      name: field,
      value: values[index] ?? null,
    })),
    outputs: {
      stage: 'not_startable',
      completion_type: null,
      is_late: false,
      start_planned: attributes.start_fixed,
      end_planned: null,
      start_actual: null,
      end_actual: null,
      start_display: null,
      end_display: null,
      elapsed_duration: null,
      users: [],
    },
  }))
}

const numbers = uniqueArray(integer({ min: 1, max: 100_000 }), { maxLength: 8 }).map((ids) => ids.map(String))

const plan: Arbitrary<ExportTask[]> = record({ ids: numbers, fieldNames: fields }).chain(
  ({ ids, fieldNames }) =>
    ids
      .reduce<Arbitrary<ExportTask[]>>(
        (tasks, id, index) =>
          tasks.chain((made) => taskOf(id, ids.slice(0, index), fieldNames).map((task) => [...made, task])),
        constant([]),
      )
      .chain((tasks) => nat(tasks.length).map((cut) => [...tasks.slice(cut), ...tasks.slice(0, cut)])),
)

test('an exported plan is imported unchanged, in whatever zone it was written', () => {
  const timezone = constantFrom(
    'UTC',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'CET',
  )
  assert(
    property(plan, timezone, boolean(), (tasks, timezone, bom) => {
      const file = new TextEncoder().encode(writePlanCsv(tasks, { timezone, bom }))
      const parsed = parseCsv(file)
      if (!('table' in parsed)) throw new Error(JSON.stringify(parsed))
      const read = readPlan(parsed.table, { timezone: 'Asia/Tokyo' })
      if (!('draft' in read)) throw new Error(JSON.stringify(read))

      expect(asExported(read.draft)).toEqual(tasks.map(withoutOutputs))
      expect(read.draft.labelsAreNumbers).toBe(true)
    }),
  )
})

/** What of a task an import must bring back: all but what is computed, and values that are empty. */
function withoutOutputs(exported: ExportTask) {
  const { outputs: _outputs, custom_fields, ...task } = exported
  const values = custom_fields.map(({ value, ...field }) => ({ ...field, value: cellOf(value) }))
  return { ...task, custom_fields: values.filter(({ value }) => value !== '') }
}

function cellOf(value: string | readonly string[] | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : writeList(value)
}

function asExported({ tasks }: PlanDraft) {
  return tasks.map((read) => {
    const { line: _line, label, predecessors, ...task } = read
    return { ...task, id: label, predecessors: predecessors.map((position) => tasks[position]?.label) }
  })
}
