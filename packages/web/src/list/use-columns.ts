import { useMemo, useState } from 'react'
import { type Column, type ColumnName, fittingColumns, templateOf } from './columns.ts'

/**
 * The columns that a person wants and that there is room for; the choice is kept in this browser.
 *
 * @param key of the kind of list, with the person
 */
export function useColumns(all: readonly Column[], key: string) {
  const [hidden, setHidden] = useState<ReadonlySet<ColumnName>>(() => readHidden(key))
  const [width, setWidth] = useState(1100)
  const columns = useMemo(() => fittingColumns(all, width, hidden), [all, width, hidden])
  const template = useMemo(() => templateOf(columns), [columns])
  return {
    columns,
    template,
    hidden,
    setWidth,
    width,
    toggle: (name: ColumnName) => {
      const next = new Set(hidden)
      if (!next.delete(name)) next.add(name)
      setHidden(next)
      writeHidden(key, next)
    },
  }
}

const storageKey = (key: string) => `runsheet-list-columns-${key}`

function readHidden(key: string): ReadonlySet<ColumnName> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(key)) ?? '[]')
    return new Set(Array.isArray(kept) ? (kept as ColumnName[]) : [])
  } catch {
    return new Set()
  }
}

function writeHidden(key: string, hidden: ReadonlySet<ColumnName>): void {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify([...hidden]))
  } catch {
    // Without storage the choice holds as long as the page.
  }
}
