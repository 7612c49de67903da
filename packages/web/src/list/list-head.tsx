import { useWords } from '../language/language.ts'
import type { ShownColumn } from './columns.ts'
import classes from './list.module.css'
import { Tick } from './tick.tsx'

interface ListHeadProps {
  readonly columns: readonly ShownColumn[]
  /** Whether none, some or all rows are ticked; where rows can be. */
  readonly ticked?: 'none' | 'some' | 'all'
  readonly onTick?: () => void
}

/** The names of the columns. */
export function ListHead({ columns, ticked, onTick }: ListHeadProps) {
  const { list } = useWords()
  return (
    <div role="row" aria-rowindex={1} className={classes.headRow}>
      {columns.map(({ name, isRight, isNarrow }, at) => (
        <div
          key={name}
          role="columnheader"
          aria-colindex={at + 1}
          aria-label={list.columnNames[name]}
          title={list.columnNames[name]}
          className={isRight ? classes.right : classes.cell}
          data-cell={name}
        >
          {name === 'check' ? (
            <Tick
              label={list.selectAll}
              state={ticked === 'some' ? 'mixed' : ticked === 'all'}
              onTick={() => onTick?.()}
            />
          ) : (
            <span aria-hidden="true">{isNarrow ? '' : list.columns[name]}</span>
          )}
        </div>
      ))}
    </div>
  )
}
