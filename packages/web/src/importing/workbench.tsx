import { useNetwork } from '@mantine/hooks'
import { mappingOf, type PlanField } from '@runsheet/domain'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../actions/run-action.ts'
import { Icon } from '../design/icons.tsx'
import { currentLanguage, useWords } from '../language/language.ts'
import { RefusalNote } from '../refusals/refusal-note.tsx'
import { FileButton } from './choose-file.tsx'
import { ColumnsCard } from './columns-card.tsx'
import classes from './import.module.css'
import { ImportFoot } from './import-foot.tsx'
import { importState } from './import-state.ts'
import type { ImportTarget } from './import-target.ts'
import { beginWork, type ImportStep, keptTable, openDates, stepBack, stepOn } from './import-work.ts'
import { MadeCard } from './made-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { hasText, type ImportFile } from './read-import-file.ts'
import { refusedCells } from './refused-cells.ts'
import type { Refused, ReviewInput } from './review-import.ts'
import type { RowsHandle } from './rows-grid.tsx'
import { titleOf } from './title.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { useReview } from './use-review.ts'
import { useWriting } from './use-writing.ts'

interface WorkbenchProps {
  readonly file: ImportFile
  readonly target: ImportTarget
  readonly place?: ReactNode
  readonly onFile: (file: File) => void
}

const NOTHING: readonly Refused[] = []

/** A file laid out: its columns, what comes of it, its rows with what is wrong, and the ways on. */
export function Workbench({ file, target, place, onFile }: WorkbenchProps) {
  const { importing } = useWords()
  const { around, customFields } = target
  const [history, setHistory] = useState(() => beginWork(file.table, customFields))
  const [refused, setRefused] = useState(NOTHING)
  const [attempt, setAttempt] = useState(0)
  const [now] = useState(() => Math.floor(Date.now() / 1000))
  const { online } = useNetwork()
  const { work } = history
  const kept = useMemo(() => keptTable(work), [work])
  const input = useMemo(
    (): ReviewInput => ({
      table: kept,
      columns: work.columns,
      around,
      refused,
      language: currentLanguage(),
      now,
    }),
    [kept, work.columns, around, refused, now],
  )
  const { reviewed, isCurrent } = useReview(input)
  const review = reviewed?.review
  const csv = isCurrent ? (review?.csv ?? undefined) : undefined
  const columns = reviewed?.input.columns ?? work.columns
  const sending = useMemo(
    () => (csv === undefined ? undefined : { csv, mapping: mappingOf(columns) }),
    [csv, columns],
  )
  const rehearsal = useRehearsal(target.rehearse, sending, attempt)
  const takeRefusal = useCallback(
    (problems: Parameters<typeof refusedCells>[1]) => {
      const found = refusedCells(kept, problems)
      if (found.length > 0) setRefused((before) => [...before, ...found])
      return found.length > 0
    },
    [kept],
  )
  const answered = rehearsal.state === 'refused' ? rehearsal.error : undefined
  const taken = useRef(answered)
  useEffect(() => {
    if (!answered || taken.current === answered) return
    taken.current = answered
    takeRefusal(answered.problems)
  }, [answered, takeRefusal])
  const dates = useMemo(() => openDates(work), [work])
  const jump = useRef<number | undefined>(undefined)
  const writing = useWriting(target, (problems) => {
    const isTaken = takeRefusal(problems)
    const line = problems[0]?.meta?.['line']
    if (isTaken && typeof line === 'number') jump.current = line
    return isTaken
  })

  const step = useCallback((taken: ImportStep) => setHistory((before) => stepOn(before, taken)), [])
  const undo = () => {
    const last = history.past.at(-1)
    if (!last) return
    setHistory(stepBack)
    announce(importing.undone[last.step.kind])
  }
  const choose = useCallback(
    (index: number, field: PlanField | null) => step({ kind: 'choose_field', index, field }),
    [step],
  )
  const leaveTeamsOut = useCallback(
    (names: readonly string[]) => step({ kind: 'leave_out_teams', names }),
    [step],
  )
  const state =
    review &&
    importState({
      review,
      isCurrent,
      rehearsal,
      hasOpenDates: dates !== null,
      isOnline: online,
      isMissing: target.missing !== undefined,
    })
  const title = state ? titleOf(state, importing.title) : importing.reading
  const rows = useRef<RowsHandle>(null)
  useEffect(() => {
    if (!isCurrent || jump.current === undefined) return
    rows.current?.toWrong(jump.current)
    jump.current = undefined
  }, [isCurrent])
  useFirstLook(rows, review !== undefined, state?.wrong ?? 0, title)

  const refusal = writing.refusal ?? (isCurrent && answered && csv !== undefined ? answered : undefined)
  return (
    <div className={classes.bench}>
      <header className={classes.headline}>
        <h1 className={classes.title}>
          {writing.isWriting ? importing.title.writing(state?.partial.ready ?? 0) : title}
        </h1>
        <FileLine file={file} zone={around.timezone} onFile={onFile} />
        {place}
        {refusal && (
          <div className={classes.refusal}>
            <RefusalNote error={refusal} />
          </div>
        )}
      </header>
      <div className={classes.panes}>
        <div className={classes.left}>
          <ColumnsCard columns={work.columns} customFields={customFields} onChoose={choose} />
          {review && <MadeCard review={review} onLeaveTeamsOut={leaveTeamsOut} />}
        </div>
        <PreviewCard
          work={work}
          kept={kept}
          review={review}
          target={target}
          dates={dates}
          onStep={step}
          onUndo={undo}
          handle={rows}
        />
      </div>
      {review && state && (
        <ImportFoot
          state={state}
          taskCount={review.taskCount}
          missing={target.missing}
          isWriting={writing.isWriting}
          canUndo={history.past.length > 0}
          onUndo={undo}
          onBringIn={() => sending && void writing.write(sending, state.partial.ready)}
          onAskAgain={() => setAttempt((before) => before + 1)}
        />
      )}
    </div>
  )
}

interface FileLineProps {
  readonly file: ImportFile
  readonly zone: string
  readonly onFile: (file: File) => void
}

/** What was read, and how. */
function FileLine({ file, zone, onFile }: FileLineProps) {
  const { importing } = useWords()
  const { name, delimiter, table } = file
  const count = useMemo(() => table.rows.filter(hasText).length, [table])
  const separated =
    delimiter === ','
      ? importing.file.commas
      : delimiter === ';'
        ? importing.file.semicolons
        : importing.file.tabs
  return (
    <p className={classes.fileLine}>
      <Icon name="file" size={14} />
      <b>{name ?? importing.pasted}</b>
      <span>
        · {importing.file.rows(count)} · {name === null ? separated : `UTF-8, ${separated}`} ·{' '}
        {importing.file.zone(zone)}
      </span>
      <FileButton onFile={onFile}>
        {(open) => (
          <button type="button" className={classes.link} onClick={open}>
            {importing.choose.other}
          </button>
        )}
      </FileButton>
    </p>
  )
}

/** Says the title whenever it is another; the first time something is wrong, the focus goes there. */
function useFirstLook(
  rows: { readonly current: RowsHandle | null },
  isReviewed: boolean,
  wrong: number,
  title: string,
) {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (isReviewed) announce(title)
  }, [isReviewed, title])
  useEffect(() => {
    if (!isReviewed || hasLooked.current) return
    hasLooked.current = true
    if (wrong > 0) rows.current?.toWrong(0)
  }, [isReviewed, wrong, rows])
}
