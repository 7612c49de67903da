import { detailOf } from '@runsheet/contract'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Icon } from '../design/icons.tsx'
import { currentLanguage, useWords } from '../language/language.ts'
import { ChooseFile } from './choose-file.tsx'
import { DropOverlay } from './drop-overlay.tsx'
import { takeDropped } from './dropped-file.ts'
import classes from './import.module.css'
import type { ImportTarget } from './import-target.ts'
import { isRows, type ReadFile, readImportFile, readRows } from './read-import-file.ts'
import { useFileDrop } from './use-file-drop.ts'
import { Workbench } from './workbench.tsx'

interface ImportDeskProps {
  readonly target: ImportTarget
  /** Fields of what is made besides, shown under the line of the file. */
  readonly place?: ReactNode
  /** Called with the name of each file that is read. */
  readonly onNamed?: (fileName: string | null) => void
}

/** Takes a file, dropped, chosen or pasted, and lays it out; says why when it cannot be read. */
export function ImportDesk({ target, place, onNamed }: ImportDeskProps) {
  const { importing } = useWords()
  const [read, setRead] = useState<ReadFile | 'reading' | undefined>(undefined)
  const [count, setCount] = useState(0)
  const { tasksThere } = target
  const take = useCallback(
    (found: ReadFile) => {
      setRead(found)
      setCount((before) => before + 1)
      if (found.kind === 'read') onNamed?.(found.file.name)
    },
    [onNamed],
  )
  const open = useCallback(
    async (file: File) => {
      setRead('reading')
      take(await readImportFile(file, tasksThere))
    },
    [take, tasksThere],
  )
  useEffect(() => {
    const dropped = takeDropped()
    if (dropped) void open(dropped)
  }, [open])
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file) void open(file)
      else if (isRows(text)) take(readRows(null, text, tasksThere))
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [open, take, tasksThere])
  const isOver = useFileDrop((file) => void open(file))
  const overlay = isOver && <DropOverlay title={importing.dropOther} hint={importing.nothingWritten} />

  if (read !== undefined && read !== 'reading' && read.kind === 'read')
    return (
      <>
        <Workbench
          key={count}
          file={read.file}
          target={target}
          place={place}
          onFile={(file) => void open(file)}
        />
        {overlay}
      </>
    )
  return (
    <div className={classes.empty}>
      <h1 className={classes.title}>{importing.choose.title}</h1>
      {read === 'reading' ? (
        <p role="status">{importing.reading}</p>
      ) : (
        <ChooseFile onFile={(file) => void open(file)} note={read && <ReadNote read={read} />} />
      )}
      {overlay}
    </div>
  )
}

/** Why a file could not be laid out. */
function ReadNote({ read }: { read: Exclude<ReadFile, { kind: 'read' }> }) {
  const { importing } = useWords()
  const name = read.name ?? importing.pasted
  const [title, text] =
    read.kind === 'too_large'
      ? [importing.tooLarge(name, `${Math.ceil((read.bytes / 1024 / 1024) * 10) / 10} MiB`), undefined]
      : read.kind === 'empty'
        ? [importing.empty(name), importing.emptyHint]
        : [importing.unreadable(name), detailOf(read.problem, currentLanguage())]
  return (
    <div className={classes.note} role="alert">
      <Icon name="warn" size={15} />
      <div>
        <strong>{title}</strong>
        {text !== undefined && <p>{text}</p>}
        {read.kind === 'unreadable' && <p>{importing.unreadableHint}</p>}
      </div>
    </div>
  )
}
