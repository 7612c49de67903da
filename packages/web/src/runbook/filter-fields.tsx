import { Button, Checkbox, MultiSelect, Popover, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import type { Look } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import { useMe } from '../server/use-me.ts'
import classes from './filter-bar.module.css'
import { showFilters, useFiltersShown } from './filter-store.ts'
import { type Filters, hasFilters, passing } from './filters.ts'
import { useRunbookAddress } from './search.ts'
import { useLookNames } from './use-filter-names.ts'

const OPTIONS_SHOWN = 40

/** The chip “Filter”, and behind it a field for each way to restrict the tasks. */
export function FilterFields() {
  const { run } = useWords()
  const isShown = useFiltersShown()
  return (
    <Popover
      opened={isShown}
      onChange={showFilters}
      position="bottom-end"
      width={320}
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button type="button" className={classes.chip} onClick={() => showFilters(!isShown)}>
          <Icon name="filter" size={13} />
          {run.filter.filter}
        </button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => event.key === 'Enter' && showFilters(false)}>
        {isShown && <Fields />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Fields() {
  const { run } = useWords()
  const words = run.filter
  const { filters, setFilters } = useRunbookAddress()
  const { plan, schedule } = useRoomState()
  const me = useMe()
  const looks = useLookNames()
  const set = (change: { [K in keyof Filters]?: Filters[K] | undefined }) => {
    const next = { ...filters, ...change }
    setFilters(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value && (!Array.isArray(value) || value.length > 0)),
      ),
    )
  }
  const count = useMemo(() => {
    const mask = passing(plan, schedule, filters, Number(me.id))
    return mask.reduce((sum, one) => sum + one, 0)
  }, [plan, schedule, filters, me.id])
  const types = useMemo(() => {
    const used = new Set(plan.tasks.map(({ task_type_id }) => task_type_id))
    return [...plan.taskTypes.values()].filter(({ id }) => used.has(id))
  }, [plan.tasks, plan.taskTypes])
  const text = useRef<HTMLInputElement>(null)
  // The trap of the focus closes a moment later: what is typed until then would be lost.
  useEffect(() => text.current?.focus({ preventScroll: true }), [])
  const shared = {
    searchable: true,
    clearable: true,
    hidePickedOptions: true,
    limit: OPTIONS_SHOWN,
    size: 'xs' as const,
    comboboxProps: { withinPortal: false },
  }
  return (
    <div className={classes.fields}>
      <TextInput
        data-autofocus
        ref={text}
        size="xs"
        placeholder={words.text}
        aria-label={words.text}
        defaultValue={filters.text ?? ''}
        leftSection={<Icon name="search" size={13} />}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <MultiSelect
        {...shared}
        label={words.streams}
        placeholder={filters.stream ? '' : words.any}
        data={plan.streams.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={(filters.stream ?? []).map(String)}
        onChange={(ids) => set({ stream: ids.map(Number) })}
      />
      <MultiSelect
        {...shared}
        label={words.stages}
        placeholder={filters.stage ? '' : words.any}
        data={Object.entries(looks).map(([value, label]) => ({ value, label }))}
        value={[...(filters.stage ?? [])]}
        onChange={(stages) => set({ stage: stages as Look[] })}
      />
      <MultiSelect
        {...shared}
        label={words.types}
        placeholder={filters.type ? '' : words.any}
        data={types.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={(filters.type ?? []).map(String)}
        onChange={(ids) => set({ type: ids.map(Number) })}
      />
      <MultiSelect
        {...shared}
        label={words.owners}
        placeholder={filters.owner ? '' : words.anyone}
        data={[
          { value: 'nobody', label: words.nobody },
          ...[...plan.people.values()].map(({ id, name }) => ({ value: `user-${id}`, label: name })),
          ...[...plan.teams.values()].map(({ id, name }) => ({ value: `team-${id}`, label: name })),
        ]}
        value={[...(filters.owner ?? [])]}
        onChange={(owner) => set({ owner })}
      />
      <Checkbox
        size="xs"
        label={words.comments}
        checked={filters.comments === true}
        onChange={(event) => set({ comments: event.currentTarget.checked })}
      />
      <div className={classes.foot}>
        {words.passes(count, plan.tasks.length)}
        {hasFilters(filters) && (
          <Button variant="subtle" size="compact-xs" onClick={() => setFilters({})}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  )
}
