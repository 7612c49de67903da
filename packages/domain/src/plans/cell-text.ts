/**
 * What a spreadsheet might run as a formula, or drop, when it opens a cell: `=`, `+`, `-` or `@`, also after spaces,
 * and a tab or line break at the beginning (OWASP, “CSV Injection”). Apostrophes before it count, so that the guard
 * can be told from the text.
 */
const RISKY = /^'*(?:\s*[=+\-@]|[\t\r\n])/

/** Puts an apostrophe before text that a spreadsheet might run as a formula. */
export function guardFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The text before it was guarded: {@link guardFormula} undone exactly, for every text. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell
}

/**
 * Writes several values into one cell: `A; B`. A value with a semicolon, a line break, outer spaces or an opening
 * quotation mark is put in quotation marks, those inside it doubled. Empty values are left out.
 */
export function writeList(values: readonly string[]): string {
  return values
    .filter((value) => value !== '')
    .map((value) => (/^["\s]|[;\r\n]|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join('; ')
}

/**
 * Reads what {@link writeList} wrote, and values that people put on lines of their own. A quotation mark that does not
 * open a whole value, as in `"A" team`, is part of the text.
 */
export function readList(cell: string): string[] {
  const values: string[] = []
  for (let at = 0; at < cell.length; ) {
    const quoted = quotedValue(cell, at)
    const end = quoted?.end ?? endOfValue(cell, at)
    const value = quoted?.value ?? cell.slice(at, end).trim()
    if (value !== '') values.push(value)
    at = end + 1
  }
  return values
}

/** The value in quotation marks that begins here, perhaps after spaces, and reaches to the next separator. */
function quotedValue(cell: string, from: number): { value: string; end: number } | undefined {
  const open = skip(/\s*/y, cell, from)
  if (cell[open] !== '"') return undefined
  // Not one expression: a long value would exhaust the stack of the matcher.
  let close = cell.indexOf('"', open + 1)
  while (close !== -1 && cell[close + 1] === '"') close = cell.indexOf('"', close + 2)
  if (close === -1) return undefined
  const end = skip(/[^\S\r\n]*/y, cell, close + 1)
  if (end < cell.length && !/[;\r\n]/.test(cell.charAt(end))) return undefined
  return { value: cell.slice(open + 1, close).replaceAll('""', '"'), end }
}

function endOfValue(cell: string, from: number): number {
  const separator = /[;\r\n]/g
  separator.lastIndex = from
  return separator.exec(cell)?.index ?? cell.length
}

/** The position after what the sticky expression matches here. */
function skip(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from
  expression.test(text)
  return expression.lastIndex
}
