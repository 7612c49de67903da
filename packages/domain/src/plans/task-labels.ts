/** The label that a cell gives to its row: `#12`, `12` and `012` are the same; empty where there is none. */
export function labelOf(text: string): string {
  const label = text.trim().replace(/^#\s*/, '')
  return /^\d+$/.test(label) ? label.replace(/^0+(?=\d)/, '') : label
}

/** The labels that a list of predecessors names, as often as it does. */
export function labelsIn(cell: string): string[] {
  return cell
    .trim()
    .split(/[\s,;]+/)
    .map(labelOf)
    .filter(Boolean)
}

/**
 * The list with each label that is `label` replaced, or left out where `by` is null: `1; 2`. The other labels stay as
 * written.
 */
export function replaceLabel(cell: string, label: string, by: string | null): string {
  const written = cell
    .trim()
    .split(/[\s,;]+/)
    .filter((text) => labelOf(text) !== '')
  const kept = written.flatMap((text) => (labelOf(text) === label ? (by ?? []) : text))
  // With a semicolon no spreadsheet takes `1; 2` for a number.
  return [...new Set(kept)].join('; ')
}
