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
  readonly isRight?: boolean
  /** May be switched off. */
  readonly isOptional?: boolean
}

export const liveColumns: readonly Column[] = [
  { name: 'glyph', width: 20 },
  { name: 'id', width: 30 },
  { name: 'type', width: 16, isOptional: true },
  { name: 'title', width: 0 },
  { name: 'stream', width: 106, narrow: 30, isOptional: true },
  { name: 'start', width: 92, isRight: true, isOptional: true },
  { name: 'end', width: 92, isRight: true, isOptional: true },
  { name: 'takes', width: 60, isRight: true, isOptional: true },
  { name: 'delta', width: 34, isRight: true, isOptional: true },
  { name: 'owners', width: 68, isOptional: true },
  { name: 'action', width: 84 },
]

export const planningColumns: readonly Column[] = [
  { name: 'check', width: 16 },
  { name: 'id', width: 30 },
  { name: 'type', width: 16, isOptional: true },
  { name: 'title', width: 0 },
  { name: 'stream', width: 112, narrow: 30, isOptional: true },
  { name: 'after', width: 116, isOptional: true },
  { name: 'start', width: 60, isRight: true, isOptional: true },
  { name: 'end', width: 60, isRight: true, isOptional: true },
  { name: 'takes', width: 68, isRight: true, isOptional: true },
  { name: 'float', width: 70, isRight: true, isOptional: true },
  { name: 'owners', width: 74, isOptional: true },
]

/** Which columns give way first when the title gets short of room. */
const giving: readonly (readonly [ColumnName, 'narrow' | 'drop'])[] = [
  ['stream', 'narrow'],
  ['owners', 'drop'],
  ['takes', 'drop'],
  ['float', 'drop'],
  ['after', 'drop'],
  ['delta', 'drop'],
  ['start', 'drop'],
  ['stream', 'drop'],
  ['type', 'drop'],
  ['end', 'drop'],
]

const GAP = 8
const PADDING = 36
const LEAST_TITLE = 320

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
  for (const [name, way] of giving) {
    if (room() >= LEAST_TITLE) break
    // Dropping takes would be felt while planning: there it stays as long as the times do.
    shown =
      way === 'narrow'
        ? shown.map((column) => (column.name === name && column.narrow ? { ...column, isNarrow: true } : column))
        : shown.filter((column) => column.name !== name)
  }
  return shown
}

const widthOf = ({ width, narrow, isNarrow }: ShownColumn) => (isNarrow ? (narrow ?? width) : width)

/** The template of the grid that header and rows share. */
export function templateOf(columns: readonly ShownColumn[]): string {
  return columns
    .map((column) => (column.width === 0 ? 'minmax(0, 1fr)' : `${widthOf(column) / 16}rem`))
    .join(' ')
}
