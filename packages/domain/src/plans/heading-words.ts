import type { PlanColumn } from './plan-columns.ts'

/** Words of a heading that point to a field. */
interface Hint {
  field: PlanColumn
  /** One of these must be there. */
  any: readonly string[]
  /** Nothing but these may stand beside them; where it is absent, anything may that is not in `not`. */
  beside?: readonly string[]
  /** None of these may be there. */
  not?: readonly string[]
}

const rowWords = ['task', 'step', 'row', 'item', 'activity', 'line', 'plan', 'wbs', 'of', 'the', 'aufgabe']
const otherTimes = ['actual', 'elapsed', 'remaining', 'float', 'slack', 'buffer', 'late', 'rto', 'rta']

/**
 * Few on purpose: a column taken for what it is not is worse than one left to a person. Durations in hours or days are
 * not here, since a number without a unit is minutes; computed starts and ends are not, since a fixed time is a rule.
 */
const hints: readonly Hint[] = [
  {
    field: 'label',
    any: ['id', 'no', 'nr', 'num', 'number', 'ref', 'reference', 'key', 'seq', 'sequence'],
    beside: rowWords,
  },
  {
    field: 'name',
    any: [
      'title',
      'activity',
      'action',
      'step',
      'task',
      'titel',
      'aufgabe',
      'tâche',
      'titre',
      'tarea',
      'título',
    ],
    beside: [...rowWords, 'name', 'title', 'short'],
  },
  {
    field: 'predecessors',
    any: [
      'predecessor',
      'predecessors',
      'depends',
      'dependency',
      'dependencies',
      'prerequisite',
      'prerequisites',
      'vorgänger',
      'prédécesseurs',
      'predecesores',
    ],
    not: ['type', 'lag', 'title', 'titles', 'names', 'successor', 'successors'],
  },
  {
    field: 'predecessors',
    any: ['after'],
    beside: ['task', 'tasks', 'step', 'steps', 'start', 'starts', 'run', 'runs'],
  },
  {
    field: 'description',
    any: [
      'description',
      'details',
      'instruction',
      'instructions',
      'procedure',
      'beschreibung',
      'descripción',
    ],
    not: ['type', 'contact', 'rollback', 'stream'],
  },
  {
    field: 'stream',
    any: ['stream', 'workstream', 'streams', 'workstreams', 'swimlane'],
    not: ['sub', 'substream', 'id', 'lead', 'owner', 'type'],
  },
  { field: 'sub_stream', any: ['substream'], not: ['id', 'lead', 'owner', 'type'] },
  { field: 'task_type', any: ['type', 'kind'], beside: rowWords },
  { field: 'level', any: ['level', 'lvl'], beside: ['task', 'of'] },
  {
    field: 'duration',
    any: ['duration', 'minutes', 'mins', 'min', 'takes', 'dauer', 'minuten', 'durée', 'duración'],
    not: [
      ...otherTimes,
      'hours',
      'hour',
      'hrs',
      'h',
      'days',
      'day',
      'seconds',
      'secs',
      'sec',
      'start',
      'end',
      'team',
    ],
  },
  {
    field: 'team',
    any: [
      'team',
      'teams',
      'owner',
      'owners',
      'responsible',
      'assignee',
      'assignees',
      'assigned',
      'verantwortlich',
      'zuständig',
      'responsable',
    ],
    not: [
      'id',
      'email',
      'mail',
      'phone',
      'contact',
      'size',
      'date',
      'time',
      'lead',
      'min',
      'max',
      'stream',
      'escalation',
      'backup',
    ],
  },
  { field: 'start_fixed_date', any: ['fixed'], beside: ['start', 'date', 'day', 'on'] },
  { field: 'start_fixed_time', any: ['fixed'], beside: ['start', 'time', 'at'] },
  { field: 'end_fixed_date', any: ['due', 'deadline'], beside: ['date', 'day', 'on', 'task'] },
  { field: 'end_fixed_time', any: ['due', 'deadline'], beside: ['time', 'at', 'task'] },
]

/** The only field that the words of a heading point to; undefined where none does, or several do. */
export function guessByWords(heading: string): PlanColumn | undefined {
  const words = wordsOf(heading)
  const fields = new Set(hints.filter((hint) => points(hint, words)).map(({ field }) => field))
  const [field] = fields
  return fields.size === 1 ? field : undefined
}

function points({ any, beside, not = [] }: Hint, words: readonly string[]): boolean {
  if (!words.some((word) => any.includes(word)) || words.some((word) => not.includes(word))) return false
  return beside === undefined || words.every((word) => any.includes(word) || beside.includes(word))
}

/** Lower-case words; `taskName` is two. */
function wordsOf(heading: string): string[] {
  const spaced = heading.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return spaced.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
