/** Something that is wrong or doubtful with a plan before its start. */
export interface Finding {
  readonly finding: string
  readonly isError: boolean
  readonly taskId: number | null
  /** The server's sentence. */
  readonly detail: string
}

export interface Findings {
  readonly errors: readonly Finding[]
  readonly errorCount: number
  readonly remarks: readonly Finding[]
  readonly remarkCount: number
}

/** Findings of the same kind stand together: a plan in which nobody is assigned says so once. */
export interface FindingGroup {
  readonly finding: string
  readonly detail: string
  readonly taskIds: readonly number[]
}

export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const found of findings) {
    const group = groups.get(found.finding)
    if (group) group.push(found)
    else groups.set(found.finding, [found])
  }
  return [...groups].map(([finding, members]) => ({
    finding,
    detail: members[0]?.detail ?? '',
    taskIds: members.flatMap(({ taskId }) => (taskId === null ? [] : [taskId])),
  }))
}
