/** Columns of the list; in this order. */
export type ColumnName =
  | 'glyph'
  | 'check'
  | 'id'
  | 'type'
  | 'title'
  | 'stream'
  | 'after'
  | 'start'
  | 'end'
  | 'takes'
  | 'delta'
  | 'float'
  | 'owners'
  | 'action'

export interface Column {
  readonly name: ColumnName
  /** CSS pixels at a text size of 16; 0 takes what is left. */
  readonly width: number
  /** Width when there is little room; the column keeps less of its content. */
  readonly narrow?: number
  /** Width when there is room to spare. */
  readonly wide?: number
  readonly isRight?: boolean
  /** May be switched off. */
  readonly isOptional?: boolean
}

export const liveColumns: readonly Column[] = [
  { name: 'glyph', width: 20 },
  { name: 'id', width: 30 },
  { name: 'type', width: 16, isOptional: true },
  { name: 'title', width: 0 },
  { name: 'stream', width: 106, narrow: 30, wide: 156, isOptional: true },
  { name: 'start', width: 92, isRight: true, isOptional: true },
  { name: 'end', width: 92, isRight: true, isOptional: true },
  { name: 'takes', width: 72, isRight: true, isOptional: true },
  { name: 'delta', width: 34, isRight: true, isOptional: true },
  { name: 'owners', width: 68, isOptional: true },
  { name: 'action', width: 84 },
]

/** Of a run that has ended: nothing is to be done. */
export const recordColumns: readonly Column[] = liveColumns.filter(({ name }) => name !== 'action')

export const planningColumns: readonly Column[] = [
  { name: 'check', width: 16 },
  { name: 'id', width: 30 },
  { name: 'type', width: 16, isOptional: true },
  { name: 'title', width: 0 },
  { name: 'stream', width: 112, narrow: 30, wide: 156, isOptional: true },
  { name: 'after', width: 116, isOptional: true },
  { name: 'start', width: 60, isRight: true, isOptional: true },
  { name: 'end', width: 60, isRight: true, isOptional: true },
  { name: 'takes', width: 68, isRight: true, isOptional: true },
  { name: 'float', width: 70, isRight: true, isOptional: true },
  { name: 'owners', width: 74, isOptional: true },
]

type Giving = readonly (readonly [ColumnName, 'narrow' | 'drop'])[]

/** Which columns give way first when the title gets short of room: in a run, and while planning. */
const givingLive: Giving = [
  ['stream', 'narrow'],
  ['owners', 'drop'],
  ['takes', 'drop'],
  ['delta', 'drop'],
  ['start', 'drop'],
  ['stream', 'drop'],
  ['type', 'drop'],
  ['end', 'drop'],
]
const givingPlanning: Giving = [
  ['stream', 'narrow'],
  ['owners', 'drop'],
  ['float', 'drop'],
  ['end', 'drop'],
  ['after', 'drop'],
  ['start', 'drop'],
  ['stream', 'drop'],
  ['type', 'drop'],
  ['takes', 'drop'],
]

const GAP = 8
const PADDING = 36
const LEAST_TITLE = 320
const AMPLE_TITLE = 500

export interface ShownColumn extends Column {
  readonly isNarrow: boolean
}

/**
 * The columns that there is room for.
 *
 * @param width of the list, CSS pixels at a text size of 16
 * @param hidden switched off by the person
 */
export function fittingColumns(
  all: readonly Column[],
  width: number,
  hidden: ReadonlySet<ColumnName>,
): readonly ShownColumn[] {
  let shown: readonly ShownColumn[] = all
    .filter(({ name, isOptional }) => !(isOptional && hidden.has(name)))
    .map((column) => ({ ...column, isNarrow: false }))
  const room = () => width - PADDING - shown.reduce((sum, column) => sum + widthOf(column) + GAP, -GAP)
  for (const [name, way] of all === planningColumns ? givingPlanning : givingLive) {
    if (room() >= LEAST_TITLE) break
    shown =
      way === 'narrow'
        ? shown.map((column) =>
            column.name === name && column.narrow ? { ...column, isNarrow: true } : column,
          )
        : shown.filter((column) => column.name !== name)
  }
  if (room() < AMPLE_TITLE) return shown
  return shown.map((column) => (column.wide ? { ...column, width: column.wide } : column))
}

const widthOf = ({ width, narrow, isNarrow }: ShownColumn) => (isNarrow ? (narrow ?? width) : width)

/** The template of the grid that header and rows share. */
export function templateOf(columns: readonly ShownColumn[]): string {
  return columns
    .map((column) => (column.width === 0 ? 'minmax(0, 1fr)' : `${widthOf(column) / 16}rem`))
    .join(' ')
}
