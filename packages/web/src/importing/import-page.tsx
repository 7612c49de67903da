import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../language/language.ts'
import { IntoNewRunbook } from './into-new-runbook.tsx'
import { IntoRunbook } from './into-runbook.tsx'

/** Brings the tasks of a file into a runbook (`?runbook=`), or makes one of them (`?workspace=`, `&folder=`). */
export function ImportPage() {
  const { app, importing } = useWords()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const runbookId = idOf(search['runbook'])
  useEffect(() => {
    document.title = `${importing.page} · ${app.name}`
  }, [importing, app])
  if (runbookId !== undefined) return <IntoRunbook key={runbookId} runbookId={runbookId} />
  return <IntoNewRunbook workspaceId={idOf(search['workspace'])} folderId={idOf(search['folder'])} />
}

function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return /^\d+$/.test(text) ? text : undefined
}
