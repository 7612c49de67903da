/** One measured line of a benchmark: ours beside the least that the job can cost, measured in the same run. */
export interface BenchRow {
  name: string
  ours: string
  floor: string
  /** Ours divided by the floor. */
  ratio: number
  target: string
}
