import type { Person, Plan, Task, Team } from '../room/plan.ts'

/** Somebody with the tasks that are theirs, or a team with those that are its. */
export interface WithTasks<T> {
  readonly who: T
  readonly tasks: readonly Task[]
}

/** Who is missing on a plan, of the tasks that are still to be done. */
export interface Missing {
  /** Given to nobody, and not done by the clock alone. */
  readonly ownerless: readonly Task[]
  /** Given to nobody but teams that have nobody in them. */
  readonly emptyTeams: readonly WithTasks<Team>[]
  /** People with tasks who were invited and have never signed in. */
  readonly neverHere: readonly WithTasks<Person>[]
  /** People with tasks who are archived. */
  readonly gone: readonly WithTasks<Person>[]
}

const isOpen = ({ stage }: Task) => stage !== 'complete'
const needsSomebody = ({ auto_start, auto_finish }: Task) => !(auto_start && auto_finish)

export function whoIsMissing({ tasks, people, teams }: Pick<Plan, 'tasks' | 'people' | 'teams'>): Missing {
  const open = tasks.filter(isOpen)
  const isOf = (type: 'user' | 'runbook_team', id: number) => (task: Task) =>
    task.assignees.some((party) => party.type === type && party.id === id)
  const withTasks = <T extends { readonly id: number }>(
    type: 'user' | 'runbook_team',
    of: Iterable<T>,
  ): readonly WithTasks<T>[] =>
    [...of]
      .map((who) => ({ who, tasks: open.filter(isOf(type, who.id)) }))
      .filter((found) => found.tasks.length > 0)
  const members = (status: Person['status']) => [...people.values()].filter((who) => who.status === status)
  const empty = [...teams.values()].filter((team) => team.members.length === 0)
  return {
    ownerless: open.filter((task) => task.assignees.length === 0 && needsSomebody(task)),
    emptyTeams: withTasks('runbook_team', empty),
    neverHere: withTasks('user', members('invited')),
    gone: withTasks('user', members('archived')),
  }
}

/** How many things stand there. */
export const countMissing = ({ ownerless, emptyTeams, neverHere, gone }: Missing): number =>
  ownerless.length + emptyTeams.length + neverHere.length + gone.length

/** What a plan loses with a person: the tasks that are theirs, and those that nobody else has. */
export function tasksOf(
  { tasks }: Pick<Plan, 'tasks'>,
  type: 'user' | 'runbook_team',
  id: number,
): { readonly all: readonly Task[]; readonly alone: readonly Task[] } {
  const all = tasks.filter(
    (task) => isOpen(task) && task.assignees.some((party) => party.type === type && party.id === id),
  )
  return { all, alone: all.filter(({ assignees }) => assignees.length === 1) }
}
