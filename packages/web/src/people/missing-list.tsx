import type { ReactNode } from 'react'
import { useWords } from '../language/language.ts'
import type { Task } from '../room/plan.ts'
import { countMissing, type Missing } from './missing.ts'
import classes from './people.module.css'

interface MissingListProps {
  readonly missing: Missing
  readonly open: (taskId: number) => void
}

/** How many tasks stand at once in each group. */
const SHOWN = 12

/** Tasks that nobody will do as things stand, each a click away. */
export function MissingList({ missing, open }: MissingListProps) {
  const { people: words } = useWords()
  const { ownerless, emptyTeams, neverHere, gone } = missing
  if (countMissing(missing) === 0) return <p className={classes.empty}>{words.nobodyMissing}</p>
  return (
    <>
      {ownerless.length > 0 && (
        <Group title={words.ownerless(ownerless.length)}>
          <Tasks tasks={ownerless} open={open} />
        </Group>
      )}
      {emptyTeams.map(({ who, tasks }) => (
        <Group key={who.id} title={words.emptyTeam(who.name)}>
          <Tasks tasks={tasks} open={open} />
        </Group>
      ))}
      {neverHere.map(({ who, tasks }) => (
        <Group key={who.id} title={words.neverHere(who.name)}>
          <Tasks tasks={tasks} open={open} />
        </Group>
      ))}
      {gone.map(({ who, tasks }) => (
        <Group key={who.id} title={words.gone(who.name)}>
          <Tasks tasks={tasks} open={open} />
        </Group>
      ))}
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Tasks({ tasks, open }: { readonly tasks: readonly Task[] } & Pick<MissingListProps, 'open'>) {
  const { run } = useWords()
  return (
    <ul className={classes.tasks}>
      {tasks.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id}>
          <button type="button" className={classes.task} onClick={() => open(id)}>
            <span className={classes.id}>#{id}</span>
            <span className={classes.taskName}>{name}</span>
          </button>
        </li>
      ))}
      {tasks.length > SHOWN && <li className={classes.further}>{run.andMore(tasks.length - SHOWN)}</li>}
    </ul>
  )
}
