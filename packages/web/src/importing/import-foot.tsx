import { Button } from '@mantine/core'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import classes from './import.module.css'
import type { ImportState } from './import-state.ts'

interface ImportFootProps {
  readonly state: ImportState
  readonly taskCount: number
  readonly missing: string | undefined
  readonly isWriting: boolean
  readonly canUndo: boolean
  readonly onUndo: () => void
  readonly onBringIn: () => void
  readonly onAskAgain: () => void
}

/** What has been written (nothing), what is in the way, and the two ways on. */
export function ImportFoot(props: ImportFootProps) {
  const { state, taskCount, missing, isWriting, canUndo, onUndo, onBringIn, onAskAgain } = props
  const { app, importing } = useWords()
  const { foot } = importing
  const { wrong, partial, stage } = state
  return (
    <footer className={classes.foot}>
      <div className={classes.state}>
        {wrong > 0 && (
          <span className={classes.wrong}>
            <Icon name="warn" size={15} />
            {foot.wrong(wrong)}
          </span>
        )}
        <span className={classes.quiet}>{footSentence(stage, missing, foot)}</span>
        {stage === 'unanswered' && (
          <button type="button" className={classes.link} onClick={onAskAgain}>
            {app.tryAgain}
          </button>
        )}
      </div>
      <div className={classes.ways}>
        {canUndo && (
          <Button
            variant="subtle"
            color="gray"
            h={36}
            onClick={onUndo}
            disabled={isWriting}
            leftSection={<Icon name="restore" size={14} />}
          >
            {importing.rows.undo}
          </Button>
        )}
        {wrong > 0 && partial.ready > 0 && (
          <Button
            variant="default"
            h={36}
            onClick={onBringIn}
            disabled={!state.canBringPartial || isWriting}
            loading={isWriting}
          >
            {foot.leaveOut(partial.ready, partial.out)}
          </Button>
        )}
        {taskCount > 0 && (
          <Button
            h={36}
            onClick={onBringIn}
            disabled={!state.canBringAll || isWriting}
            loading={isWriting && wrong === 0}
            className={classes.main ?? ''}
          >
            {foot.all(taskCount)}
          </Button>
        )}
      </div>
    </footer>
  )
}

type FootWords = ReturnType<typeof useWords>['importing']['foot']

function footSentence(stage: ImportState['stage'], missing: string | undefined, foot: FootWords): string {
  switch (stage) {
    case 'looking':
      return foot.looking
    case 'asking':
      return foot.asking
    case 'unanswered':
      return foot.unanswered
    case 'offline':
      return foot.offline
    case 'dates':
      return foot.dates
    case 'missing':
      return missing ?? foot.nothingYet
    default:
      return foot.nothingYet
  }
}
