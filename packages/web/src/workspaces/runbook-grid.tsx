import { Checkbox, UnstyledButton } from '@mantine/core'
import { useElementSize, useLocalStorage, useMergedRef } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Skeleton } from '../app/skeleton.tsx'
import { Icon } from '../design/icons.tsx'
import { rowHeights } from '../design/tokens.ts'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { useMinute } from '../time/use-clock.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { columnsFor, type RunbookColumn, runbookColumns } from './runbook-columns.tsx'
import classes from './runbook-grid.module.css'
import { RunbookLine } from './runbook-line.tsx'
import { nextSort, type RunbooksSearch, type Sort } from './runbooks-search.ts'
import type { RunbookList } from './use-runbook-list.ts'

interface RunbookGridProps {
  readonly list: RunbookList
  readonly search: RunbooksSearch
  readonly label: string
  readonly workspaceId: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly onSearch: (search: RunbooksSearch) => void
}

const shownAtFirst = runbookColumns.filter(({ isShownAtFirst }) => isShownAtFirst).map(({ key }) => key)
/** Under this width (CSS pixels) a row has two lines and hardly any columns. */
const NARROW = 560

/** Height of such a row, CSS pixels: a name of two lines and a line of facts, as large as letters are set. */
const narrowHeight = () => 12 + 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The list: one row for each runbook, drawn as far as it is seen, more pages read as it is scrolled. */
export function RunbookGrid({
  list,
  search,
  label,
  workspaceId,
  selected,
  onSelect,
  onSearch,
}: RunbookGridProps) {
  const words = useWords()
  const { density } = useMe()
  const now = useMinute()
  const navigate = useNavigate()
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>()
  const scroller = useRef<HTMLDivElement>(null)
  const merged = useMergedRef(sizeRef, scroller)
  const [chosen, setChosen] = useLocalStorage<readonly string[]>({
    key: 'runsheet-runbook-columns',
    defaultValue: shownAtFirst,
    getInitialValueInEffect: false,
  })
  const [cursor, setCursor] = useState<string>()
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const isNarrow = width > 0 && width < NARROW
  const height = isNarrow ? narrowHeight() : rowHeights[density].list + 6
  // oxlint-disable-next-line react/incompatible-library -- its rows are read here and nowhere below
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 20) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length])
  const columns = columnsFor(chosen, width)
  const side = isNarrow ? 'max(44px, 1.75rem)' : '36px'
  const template = `${side} minmax(0, 1fr) ${columns.map((column) => `${column.width}px`).join(' ')} ${side}`
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const open = (runbookId: string) => void navigate({ to: '/runbooks/$runbookId', params: { runbookId } })
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of a menu or tick in a row are theirs.
    if (event.target !== event.currentTarget) return
    const at = rows.findIndex(({ id }) => id === cursor)
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined) {
      const next = Math.min(rows.length - 1, to)
      setCursor(rows[next]?.id)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && cursor !== undefined) open(cursor)
    else if (event.key === ' ' && cursor !== undefined) toggle(cursor)
    else if (event.key === 'Escape' && selected.size > 0) onSelect(new Set())
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      onSelect(new Set(rows.map(({ id }) => id)))
    else return
    event.preventDefault()
  }
  const allSelected = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  return (
    <div className={classes.frame}>
      <div className={classes.head} style={{ gridTemplateColumns: template }}>
        <Checkbox
          size="xs"
          aria-label={words.workspaces.selectAll}
          checked={allSelected}
          indeterminate={selected.size > 0 && !allSelected}
          onChange={() => onSelect(allSelected ? new Set() : new Set(rows.map(({ id }) => id)))}
        />
        <HeadCell column={{ key: 'name', sort: 'name' }} search={search} onSearch={onSearch} />
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} search={search} onSearch={onSearch} />
        ))}
        <ColumnsMenu chosen={chosen} onChange={setChosen} />
      </div>
      <div
        ref={merged}
        className={classes.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={list.total}
        aria-multiselectable="true"
        aria-activedescendant={cursor === undefined ? undefined : `runbook-${cursor}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && cursor === undefined) setCursor(rows[0]?.id)
        }}
      >
        {list.isPending ? (
          <Skeleton rows={10} height={height} />
        ) : (
          <div className={classes.rows} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start, key }) => {
              const runbook = rows[index]
              return runbook ? (
                <RunbookLine
                  key={key}
                  runbook={runbook}
                  columns={columns}
                  context={{ words, names: list.names, now, isInWorkspace: workspaceId !== undefined }}
                  isNarrow={isNarrow}
                  isCursor={runbook.id === cursor}
                  isSelected={selected.has(runbook.id)}
                  selected={selected}
                  onToggle={() => toggle(runbook.id)}
                  onPoint={() => setCursor(runbook.id)}
                  onOpen={() => open(runbook.id)}
                  rowIndex={index + 1}
                  style={{ gridTemplateColumns: template, height, transform: `translateY(${start}px)` }}
                />
              ) : null
            })}
          </div>
        )}
      </div>
    </div>
  )
}

interface HeadCellProps {
  readonly column: Pick<RunbookColumn, 'key' | 'isRight'> & { readonly sort?: Sort }
  readonly search: RunbooksSearch
  readonly onSearch: (search: RunbooksSearch) => void
}

function HeadCell({ column: { key, sort, isRight }, search, onSearch }: HeadCellProps) {
  const { workspaces } = useWords()
  const name = workspaces.column[key]
  const place = isRight ? `${classes.headCell} ${classes.right}` : classes.headCell
  if (sort === undefined) return <span className={place}>{name}</span>
  const present = search.sort ?? '-touched_at'
  const isSorted = present.replace(/^-/, '') === sort
  return (
    <UnstyledButton
      className={`${place} ${isSorted ? classes.sorted : ''}`}
      aria-label={workspaces.sortBy(name)}
      aria-pressed={isSorted}
      onClick={() => onSearch({ ...search, sort: nextSort(present, sort) })}
    >
      {name}
      {isSorted && <Icon name={present.startsWith('-') ? 'down' : 'up'} size={11} />}
    </UnstyledButton>
  )
}
