import { useMemo } from 'react'
import type { Action } from '../actions/action.ts'
import { filterCritical, filterLate, filterMine } from '../actions/filter-actions.ts'
import { runAction } from '../actions/run-action.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { PulseMark } from '../signs/task-marks.tsx'
import { Triangle } from '../signs/time-pair.tsx'
import classes from './filter-bar.module.css'
import { FilterFields } from './filter-fields.tsx'
import { countsAsLate, type Filters, isOf } from './filters.ts'
import { useFilterNames } from './use-filter-names.ts'

/** By what the tasks are restricted, the same in all views: common filters as chips, others as chips to take away. */
export function FilterBar() {
  const { run } = useWords()
  const words = run.filter
  const context = useActionContext()
  const { filters, setFilters, state, me } = context
  const { schedule } = state
  const { tasks, teams, run: started } = state.plan
  const myId = Number(me.id)
  const mine = useMemo(() => {
    let count = 0
    for (let at = 0; at < tasks.length; at += 1) if (isOf({ tasks, teams }, at, myId)) count += 1
    return count
  }, [tasks, teams, myId])
  const { late, critical } = useMemo(() => {
    const counts = { late: 0, critical: 0 }
    for (let at = 0; at < schedule.late.length; at += 1) {
      if (countsAsLate({ tasks, run: started }, schedule, at)) counts.late += 1
      if (schedule.times.critical[at] === 1) counts.critical += 1
    }
    return counts
  }, [schedule, tasks, started])
  const names = useFilterNames()
  const without = (name: keyof Filters, value?: string | number) => {
    const { [name]: before, ...others } = filters
    const rest = Array.isArray(before) ? before.filter((one) => one !== value) : []
    setFilters(rest.length > 0 ? { ...others, [name]: rest } : others)
  }
  const chip = (action: Action, isOn: boolean, label: string, count: number, sign?: React.ReactNode) =>
    action.visible(context) && (
      <button
        type="button"
        className={`${classes.chip} ${isOn ? classes.on : ''} ${action === filterCritical ? '' : classes.spare}`}
        aria-pressed={isOn}
        data-action={action.id}
        onClick={() => runAction(action, context)}
      >
        {sign}
        {label} <b>{count}</b>
      </button>
    )
  return (
    <div className={classes.bar}>
      <FilterFields />
      {names.map(({ filter, value, label, prefix }) => (
        <button
          key={`${filter} ${value ?? ''}`}
          type="button"
          className={`${classes.chip} ${classes.on}`}
          aria-label={words.remove(label)}
          onClick={() => without(filter, value)}
        >
          {prefix}
          <span className={classes.value}>{label}</span>
          <Icon name="close" size={11} />
        </button>
      ))}
      {chip(filterMine, filters.mine === true, words.mine, mine)}
      {chip(
        filterLate,
        filters.late === true,
        words.late,
        late,
        <span className={classes.late}>
          <Triangle up />
        </span>,
      )}
      {chip(filterCritical, filters.critical === true, words.critical, critical, <PulseMark />)}
    </div>
  )
}
