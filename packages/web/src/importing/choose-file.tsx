import { Button } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './import.module.css'

interface FileButtonProps {
  readonly onFile: (file: File) => void
  readonly children: (open: () => void) => ReactNode
}

/** What opens the file chooser of the browser. */
export function FileButton({ onFile, children }: FileButtonProps) {
  const { importing } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label={importing.choose.button}
        className={classes.hidden}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file can be chosen again after it was mended.
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}

/** Where the file comes from, while there is none; above it what was wrong with the last one. */
export function ChooseFile({ onFile, note }: { onFile: (file: File) => void; note: ReactNode }) {
  const { choose } = useWords().importing
  return (
    <section className={classes.choose} aria-label={choose.area}>
      {note}
      <div className={classes.drop}>
        <Icon name="upload" size={28} />
        <strong>{choose.drop}</strong>
        <span>{choose.hint}</span>
        <FileButton onFile={onFile}>
          {(open) => (
            <Button h={36} onClick={open} leftSection={<Icon name="file" size={14} />}>
              {choose.button}
            </Button>
          )}
        </FileButton>
        <small>{choose.forms}</small>
      </div>
    </section>
  )
}
