import { Button } from '@mantine/core'
import { useWords } from '../language/language.ts'
import { type Filters, hasFilters } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import classes from './list.module.css'

/** What the list says when nothing passes its filters. */
export function EmptyFilter({ filters }: { readonly filters: Filters }) {
  const { list } = useWords()
  const { setFilters } = useRunbookAddress()
  if (!hasFilters(filters)) return null
  return (
    <div className={classes.empty} role="status">
      <p>{sentence(list.empty, filters)}</p>
      <Button variant="default" onClick={() => setFilters({})}>
        {list.clearFilters}
      </Button>
    </div>
  )
}

interface EmptyWords {
  readonly late: string
  readonly lateMine: string
  readonly mine: string
  readonly critical: string
  readonly text: (text: string) => string
  readonly other: string
}

function sentence(words: EmptyWords, { late, mine, critical, text, ...rest }: Filters): string {
  if (hasFilters(rest)) return words.other
  if (text) return late || mine || critical ? words.other : words.text(text)
  if (late && mine && !critical) return words.lateMine
  if (late && !mine && !critical) return words.late
  if (mine && !late && !critical) return words.mine
  if (critical && !late && !mine) return words.critical
  return words.other
}
