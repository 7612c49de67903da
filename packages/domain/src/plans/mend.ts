/** Why a value is suggested; what is wrong with the written one. */
export type MendReason =
  /** The letter O for a nought. */
  | 'letter_o'
  /** The letter l or I for a one. */
  | 'letter_l'
  /** A full stop after a unit, a sign for minutes, words or commas between the parts. */
  | 'punctuation'
  /** A unit in another language. */
  | 'unit_word'
  /** A number in words, or a fraction such as ½. */
  | 'number_word'
  /** “About”, or a sign for it, was dropped. */
  | 'approximate'
  /** Day and month stand the other way round than in the rest of the file. */
  | 'day_and_month'
  /** A year of two digits. */
  | 'two_digit_year'
  /** A spreadsheet wrote its number of the day or of the time. */
  | 'spreadsheet_number'
  /** The time without what is no time zone after it: that of the runbook counts. */
  | 'runbook_zone'
  /** The first such time after the scheduled start. */
  | 'after_start'
  /** Line breaks and control characters became spaces. */
  | 'one_line'
  /** Cut at the greatest length. */
  | 'shortened'
  /** Spaces, commas and semicolons in an id became hyphens. */
  | 'no_separators'
  /** The only level that the text names. */
  | 'level_number'
  /** As in the nearest row above that has one. */
  | 'row_above'
  /** The beginning of the description. */
  | 'from_description'
  /** The only known name that is close to it. */
  | 'close_name'

/** A repair of one problem, made by `applyMend`. Lines are those of the file, columns count from 0. */
export type Mend =
  /** Writes a value into a cell. */
  | { kind: 'use_value'; line: number; column: number; value: string; reason: MendReason }
  /** Gives a row a label that no other has. */
  | { kind: 'renumber'; line: number; column: number; value: string }
  /** Empties cells: what they would say is left out, and the usual value counts. */
  | { kind: 'leave_empty'; line: number; columns: readonly number[] }
  /** Takes a label out of a list of predecessors. */
  | { kind: 'leave_out_predecessor'; line: number; column: number; label: string }
  /** Another label instead. */
  | { kind: 'replace_predecessor'; line: number; column: number; label: string; by: string }
  /** The link that closes a circle: task `to` no longer waits for task `from`. */
  | { kind: 'remove_link'; line: number; column: number; from: string; to: string }
  /** Takes one name out of a list of teams. */
  | { kind: 'leave_out_team'; line: number; column: number; name: string }
  | { kind: 'leave_out_row'; line: number }
