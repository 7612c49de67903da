import { useWords } from '../language/language.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import classes from './filter-chips.module.css'

interface FilterChipsProps {
  readonly shown: number
  readonly all: number
  /** Lateness is of a run; a plan has none. */
  readonly hasLate: boolean
}

/** Two filters that matter on the way: what is mine, what is late. */
export function FilterChips({ shown, all, hasLate }: FilterChipsProps) {
  const { phone } = useWords()
  const { filters, setFilters } = useRunbookAddress()
  const chip = (name: 'mine' | 'late') => (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={filters[name] === true}
      onClick={() => {
        const { [name]: before, ...rest } = filters
        setFilters(before ? rest : { ...rest, [name]: true })
      }}
    >
      {phone[name]}
    </button>
  )
  return (
    <div className={classes.chips}>
      {chip('mine')}
      {hasLate && chip('late')}
      <span className={classes.count} role="status">
        {phone.shown(shown, all)}
      </span>
    </div>
  )
}
