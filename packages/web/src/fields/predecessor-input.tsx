import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { lookOf } from '../room/look.ts'
import type { Plan } from '../room/plan.ts'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import type { FieldProps } from './field.ts'
import classes from './fields.module.css'
import { findMatches } from './find-matches.ts'
import { readPredecessors, waitingFor } from './read-predecessors.ts'
import { TokenInput } from './token-input.tsx'

interface PredecessorInputProps extends FieldProps<readonly number[]> {
  readonly plan: Plan
  /** The task whose predecessors these are; absent for one that is not there yet. */
  readonly taskId?: number
  /** Names of tasks that the plan does not have yet, by a number below zero. */
  readonly awaited?: ReadonlyMap<number, string>
}

const SHOWN = 8

/** After which tasks a task comes: `#12 15`, or words of a title. Tasks that wait for it are not offered. */
export function PredecessorInput({ plan, taskId, awaited, ...field }: PredecessorInputProps) {
  const { list } = useWords()
  const barred = useMemo(() => waitingFor(plan, taskId), [plan, taskId])
  const nameOf = (id: number) => plan.tasks[plan.positions.get(id) ?? -1]?.name ?? awaited?.get(id) ?? ''
  return (
    <TokenInput<number>
      {...field}
      tokenOf={(id) => ({
        key: String(id),
        name: id > 0 ? `#${id} ${nameOf(id)}` : nameOf(id),
        node: id > 0 ? `#${id}` : <span className={classes.awaited}>{nameOf(id)}</span>,
      })}
      read={(text) => {
        const { ids, unknown, isNumbers } = readPredecessors(text, plan)
        if (!isNumbers) return text.trim() === '' ? { kind: 'values', values: [] } : { kind: 'words' }
        if (unknown[0] !== undefined) return { kind: 'problem', problem: list.fields.noTask(unknown[0]) }
        const circle = ids.find((id) => barred.has(id))
        if (circle === taskId && circle !== undefined) return { kind: 'problem', problem: list.fields.itself }
        if (circle !== undefined && taskId !== undefined)
          return { kind: 'problem', problem: list.fields.circle(circle, taskId) }
        return { kind: 'values', values: ids }
      }}
      whyNone={(text) => {
        if (taskId === undefined) return undefined
        const waiting = plan.tasks.filter(({ id }) => id !== taskId && barred.has(id))
        const named = findMatches(waiting, text, ({ name }) => name, 1)[0]
        return named && list.fields.circle(named.id, taskId)
      }}
      suggest={(text, chosen) => {
        const taken = new Set(chosen)
        const number = /^#?(\d+)$/.exec(text.trim())?.[1]
        const free = plan.tasks.filter(({ id }) => !taken.has(id) && !barred.has(id))
        const found =
          number === undefined
            ? findMatches(free, text, ({ name }) => name, SHOWN)
            : free.filter(({ id }) => String(id).startsWith(number)).slice(0, SHOWN)
        return found.map((task) => ({
          key: String(task.id),
          value: task.id,
          node: (
            <>
              <StageGlyph
                of={{ look: lookOf(task), isMilestone: false, isHeldByFixed: false, progress: 0, over: 0 }}
                size={14}
              />
              <span className={classes.number}>#{task.id}</span>
              <span className={classes.optionName}>{task.name}</span>
            </>
          ),
        }))
      }}
    />
  )
}
