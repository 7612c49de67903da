/** Rows and cells of a file, whatever its format. */
export interface PlanTable {
  header: string[]
  /** 1 where it is not given. */
  header_line?: number
  rows: PlanRow[]
}

/** Cells that are missing at the end of a row are empty. */
export interface PlanRow {
  /** Where the row begins, in lines of the file from 1. */
  line: number
  cells: string[]
}
