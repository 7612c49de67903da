import { SegmentedControl } from '@mantine/core'
import type { OpenDateOrder, PlanTable } from '@runsheet/domain'
import { type Ref, useCallback, useMemo, useState } from 'react'
import { useWords } from '../language/language.ts'
import type { Stream } from '../room/plan.ts'
import { DOT, typeSign } from '../signs/sign-paths.ts'
import { streamSigns } from '../signs/stream-hues.ts'
import { lengthOf, timeWithDay } from '../time/format.ts'
import { DatesNote } from './dates-note.tsx'
import type { ImportTarget } from './import-target.ts'
import type { ImportStep, ImportWork } from './import-work.ts'
import classes from './preview.module.css'
import type { ImportReview, PreviewPicture } from './review-import.ts'
import { fieldColumns, rowViews, standingFindings } from './row-view.ts'
import { RowsGrid, type RowsHandle } from './rows-grid.tsx'
import { SmallMap } from './small-map.tsx'

interface PreviewCardProps {
  readonly work: ImportWork
  readonly kept: PlanTable
  readonly review: ImportReview | undefined
  readonly target: ImportTarget
  readonly dates: OpenDateOrder | null
  readonly onStep: (step: ImportStep) => void
  readonly onUndo: () => void
  readonly handle: Ref<RowsHandle>
}

/** What comes of the file: the plan in small, its figures, and every row. */
export function PreviewCard(props: PreviewCardProps) {
  const { work, kept, review, target, dates, onStep, onUndo, handle } = props
  const { preview } = useWords().importing
  const [only, setOnly] = useState<ReadonlySet<number> | undefined>(undefined)
  const wrong = review?.wrongLines.length ?? 0
  const at = useMemo(() => fieldColumns(work.columns), [work.columns])
  const keptRows = useMemo(() => new Map(kept.rows.map((row) => [row.line, row])), [kept])
  const all = useMemo(() => {
    const findings = standingFindings(review?.findings ?? [], (line) => keptRows.get(line)?.cells)
    return rowViews(work, keptRows, findings)
  }, [work, keptRows, review])
  // A row that was mended stays where it was while only the wrong ones are shown.
  const rows = useMemo(
    () => (only ? all.filter(({ line, findings }) => findings.length > 0 || only.has(line)) : all),
    [all, only],
  )
  const signs = useSigns(target.streams, review?.picture)
  const typeSignOf = useTypeSigns(target)
  return (
    <section className={classes.card} aria-labelledby="import-preview">
      <header className={classes.head}>
        <h2 id="import-preview">{preview.title}</h2>
        {review && (wrong > 0 || only) && (
          <SegmentedControl
            aria-label={preview.shown}
            size="xs"
            className={classes.switch ?? ''}
            value={only ? 'only' : 'all'}
            onChange={(value) =>
              setOnly(
                value === 'only'
                  ? new Set(all.flatMap(({ line, findings }) => (findings.length > 0 ? line : [])))
                  : undefined,
              )
            }
            data={[
              { value: 'all', label: preview.all(review.taskCount) },
              { value: 'only', label: preview.only(wrong) },
            ]}
          />
        )}
      </header>
      {review?.picture && <Figures picture={review.picture} signs={signs.listed} target={target} />}
      {dates && <DatesNote open={dates} onSettle={(order) => onStep({ kind: 'settle_dates', order })} />}
      <RowsGrid
        rows={rows}
        at={at}
        typeSignOf={typeSignOf}
        signOf={signs.of}
        onStep={onStep}
        onUndo={onUndo}
        handle={handle}
      />
    </section>
  )
}

interface FiguresProps {
  readonly picture: PreviewPicture
  readonly signs: Parameters<typeof SmallMap>[0]['signs']
  readonly target: ImportTarget
}

function Figures({ picture, signs, target }: FiguresProps) {
  const { preview } = useWords().importing
  const { startScheduled, timezone } = target.around
  return (
    <div className={classes.figures}>
      <SmallMap picture={picture} signs={signs} />
      <div className={classes.facts}>
        <div>
          <div className={classes.label}>{preview.length}</div>
          <div className={classes.length}>{lengthOf(picture.length)}</div>
        </div>
        <div>
          {preview.critical(picture.criticalCount)}
          <br />
          {startScheduled === null
            ? preview.noStart
            : preview.ends(timeWithDay(startScheduled + picture.length, timezone, 0))}
        </div>
      </div>
    </div>
  )
}

/** Signs of the streams as they will be: those of the file after those that are there. */
function useSigns(there: readonly Stream[], picture: PreviewPicture | null | undefined) {
  return useMemo(() => {
    const fresh = (picture?.newStreams ?? []).flatMap(({ name, parent }, place): Stream[] =>
      parent === null
        ? [
            {
              id: -1 - place,
              name,
              color: null,
              is_primary: false,
              status: 'off',
              status_message: null,
              parent_id: null,
            },
          ]
        : [],
    )
    const streams = [...there, ...fresh]
    const byId = streamSigns(streams)
    const byName = new Map(
      streams.flatMap(({ id, name, parent_id }) => {
        const sign = byId.get(id)
        return sign && parent_id === null ? [[name.toLowerCase(), sign] as const] : []
      }),
    )
    const of = (name: string) => byName.get(name.trim().toLowerCase())
    const listed = (picture?.streams ?? []).flatMap(({ name }) => of(name) ?? [])
    return { of, listed }
  }, [there, picture])
}

function useTypeSigns({ around }: ImportTarget): (name: string) => string {
  const keys = useMemo(
    () =>
      new Map(
        around.taskTypes.flatMap((type) => [
          [type.key.toLowerCase(), typeSign(type)] as const,
          [type.name.toLowerCase(), typeSign(type)] as const,
        ]),
      ),
    [around],
  )
  return useCallback((name) => keys.get(name.trim().toLowerCase()) ?? DOT, [keys])
}
