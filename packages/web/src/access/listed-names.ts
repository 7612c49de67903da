/**
 * Names as a sentence lists them: “Ada, Ben or Cleo”. Each once; what is beyond the most is left out.
 *
 * @param or the word before the last one
 */
export function listedNames(names: readonly string[], or: string, most = 3): string {
  const shown = [...new Set(names)].slice(0, most)
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${or} ${shown.at(-1)}`
}
