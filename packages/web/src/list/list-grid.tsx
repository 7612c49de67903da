import { useVirtualizer } from '@tanstack/react-virtual'
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import classes from './list.module.css'
import type { HeldOrder } from './use-held-order.ts'

/** A line of the list: the id of a task, or a word for another line. */
export type Item = number | string

export interface GridHandle {
  focus(): void
  /** Shows a line, without moving when it is seen already. */
  reveal(item: Item): void
  /** Puts a line at a part of the height: 0 is the top. @param first a line that is not scrolled away for it */
  place(item: Item, part: number, first?: Item): void
  /** How many lines fit. */
  page(): number
}

interface ListGridProps {
  readonly label: string
  readonly items: readonly Item[]
  readonly rowHeight: number
  /** Heights of lines that are no tasks, CSS pixels. */
  readonly heightOf: (item: string) => number
  readonly renderItem: (item: Item, index: number) => ReactNode
  readonly head: ReactNode
  readonly columnCount: number
  readonly template: string
  readonly activeId: string | undefined
  /** A line that keeps its place on the screen when lines above it come and go. */
  readonly anchor?: Item
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly signs: HeldOrder['signs']
  readonly handle: Ref<GridHandle>
  readonly onWidth: (width: number) => void
}

/** The frame of the list: head, virtual lines of fixed heights, native scrolling. */
export function ListGrid(props: ListGridProps) {
  const { items, rowHeight, heightOf, anchor, onWidth } = props
  const grid = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it gives is read while rendering and kept nowhere
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index]
      return typeof item === 'string' ? heightOf(item) : rowHeight
    },
    getItemKey: (index) => items[index] ?? index,
    overscan: 10,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight * 2,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heights are another measurement
  // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- other heights are another measurement
  useLayoutEffect(() => virtual.measure(), [items, rowHeight])

  const starts = useMemo(() => {
    const found = new Float64Array(items.length)
    let start = 0
    for (const [index, item] of items.entries()) {
      found[index] = start
      start += typeof item === 'string' ? heightOf(item) : rowHeight
    }
    return found
  }, [items, rowHeight, heightOf])
  const startOf = useCallback((item: Item) => starts[items.indexOf(item)], [items, starts])
  useKeptPlace(scroller, items, starts, anchor)

  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => grid.current?.focus({ preventScroll: true }),
      reveal: (item) => {
        const index = items.indexOf(item)
        if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
      },
      place: (item, part, first) => {
        const start = startOf(item)
        const element = scroller.current
        if (start === undefined || !element) return
        const highest = first === undefined ? undefined : startOf(first)
        const wanted = start - element.clientHeight * part
        element.scrollTo(0, Math.min(wanted, highest ?? wanted))
      },
      page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    }),
    [items, virtual, rowHeight, startOf],
  )
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      if (entry) onWidth((entry.contentRect.width * 16) / size)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onWidth])

  const lines = virtual.getVirtualItems()
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={items.length + 1}
      aria-colcount={props.columnCount}
      aria-activedescendant={props.activeId}
      aria-multiselectable
      className={classes.grid}
      style={{ '--columns': props.template, '--row': `${rowHeight}px` } as Record<string, string>}
      onKeyDown={props.onKeyDown}
      {...props.signs}
    >
      <div role="rowgroup" className={classes.head}>
        {props.head}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hands the focus on to the grid, which has the keys */}
      <div
        ref={scroller}
        role="rowgroup"
        tabIndex={-1}
        className={classes.scroll}
        onFocus={({ target, currentTarget }) => {
          if (target === currentTarget || target.role === 'row') grid.current?.focus({ preventScroll: true })
        }}
      >
        <div style={{ height: virtual.getTotalSize() }} role="presentation">
          <div style={{ transform: `translateY(${lines[0]?.start ?? 0}px)` }} role="presentation">
            {lines.map(({ index, key }) => (
              <Fragment key={String(key)}>{props.renderItem(items[index] ?? '', index)}</Fragment>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

/** Keeps the anchor, or else the first line that is seen, at its place on the screen when other lines come and go. */
function useKeptPlace(
  scroller: { readonly current: HTMLDivElement | null },
  items: readonly Item[],
  starts: Float64Array,
  anchor: Item | undefined,
): void {
  const before = useRef<{ items: readonly Item[]; starts: Float64Array } | undefined>(undefined)
  useLayoutEffect(() => {
    const last = before.current
    before.current = { items, starts }
    const element = scroller.current
    if (!last || last.items === items || !element) return
    const { scrollTop, clientHeight } = element
    const isSeen = (at: number) => {
      const start = last.starts[at]
      return start !== undefined && start >= scrollTop && start < scrollTop + clientHeight
    }
    let was = anchor === undefined ? -1 : last.items.indexOf(anchor)
    if (!isSeen(was)) was = last.items.findIndex((item, at) => isSeen(at) && items.includes(item))
    const now = items.indexOf(last.items[was] ?? '')
    const moved = (starts[now] ?? 0) - (last.starts[was] ?? 0)
    if (was >= 0 && now >= 0 && moved !== 0) element.scrollTo(0, scrollTop + moved)
  }, [items, starts, anchor, scroller])
}
