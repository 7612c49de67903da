import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useRunbookAddress } from '../runbook/search.ts'
import { ViewControls } from '../runbook/view-controls.tsx'
import classes from './history.module.css'
import { historyKinds } from './kinds.ts'

const TASKS_SHOWN = 50

/** By whom, about what and of which kind: kept in the address, beside the filters of the runbook. */
export function HistoryControls() {
  const { history } = useWords()
  const { plan } = useRoomState()
  const { history: chosen, setHistory } = useRunbookAddress()
  const people = useMemo(
    () =>
      [...plan.people.values()]
        .map(({ id, name }) => ({ value: String(id), label: name }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    [plan.people],
  )
  const tasks = useMemo(
    () => plan.tasks.map(({ id, name }) => ({ value: String(id), label: `#${id} ${name}` })),
    [plan.tasks],
  )
  const kinds = Object.keys(historyKinds).map((value) => ({
    value,
    label: history.kinds[value as keyof typeof historyKinds],
  }))
  const shared = { clearable: true, size: 'xs', checkIconPosition: 'right' as const }
  const set = (part: 'hp' | 'ht', value: string | null) => {
    const { [part]: _before, ...rest } = chosen
    setHistory(value === null ? rest : { ...rest, [part]: Number(value) })
  }
  return (
    <ViewControls>
      <Select
        {...shared}
        className={classes.filter}
        aria-label={history.filterKind}
        placeholder={history.anyKind}
        data={kinds}
        value={chosen.hk ?? null}
        onChange={(value) => {
          const { hk: _before, ...rest } = chosen
          setHistory(value === null ? rest : { ...rest, hk: value })
        }}
      />
      <Select
        {...shared}
        className={classes.filter}
        searchable
        aria-label={history.filterPerson}
        placeholder={history.anyPerson}
        data={people}
        value={chosen.hp === undefined ? null : String(chosen.hp)}
        onChange={(value) => set('hp', value)}
      />
      <Select
        {...shared}
        className={`${classes.filter} ${classes.filterTask}`}
        searchable
        limit={TASKS_SHOWN}
        aria-label={history.filterTask}
        placeholder={history.anyTask}
        nothingFoundMessage={history.noSuchTask}
        data={tasks}
        value={chosen.ht === undefined ? null : String(chosen.ht)}
        onChange={(value) => set('ht', value)}
      />
    </ViewControls>
  )
}
