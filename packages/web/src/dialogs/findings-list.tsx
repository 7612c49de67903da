import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useRoomState } from '../room/use-room.tsx'
import { type FindingGroup, type Findings, groupFindings } from '../runbook/findings.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { openDialog } from './dialog-store.ts'
import classes from './dialogs.module.css'
import findingClasses from './findings.module.css'

interface FindingsListProps {
  readonly findings: Findings | undefined
  readonly hasFailed: boolean
  readonly hasNoTasks: boolean
}

/** What the check of a plan found: problems first, each with a way to its task. */
export function FindingsList({ findings, hasFailed, hasNoTasks }: FindingsListProps) {
  const { dialogs, clock } = useWords()
  const words = dialogs.start
  if (hasNoTasks) return <Box tone={findingClasses.redTone} title={words.noTasks} icon="warn" />
  if (!findings)
    return (
      <Box tone={findingClasses.fine} title={hasFailed ? clock.checkFailed : words.checking} icon="clock" />
    )
  const { errors, errorCount, remarks, remarkCount } = findings
  if (errorCount + remarkCount === 0)
    return <Box tone={findingClasses.fine} title={words.nothingStops} icon="check" />
  if (errorCount === 0)
    return (
      <Box tone={findingClasses.amber} title={words.nothingStopsRemarks(remarkCount)} icon="warn">
        {groupFindings(remarks)}
      </Box>
    )
  return (
    <>
      <Box tone={findingClasses.redTone} title={words.problemsStop(errorCount)} icon="warn">
        {groupFindings(errors)}
      </Box>
      {remarkCount > 0 && (
        <Box tone={findingClasses.amber} title={words.remarksToo(remarkCount)} icon="warn">
          {groupFindings(remarks)}
        </Box>
      )}
    </>
  )
}

interface BoxProps {
  readonly tone: string | undefined
  readonly title: string
  readonly icon: 'warn' | 'check' | 'clock'
  readonly children?: readonly FindingGroup[]
}

function Box({ tone, title, icon, children = [] }: BoxProps) {
  return (
    <div className={`${findingClasses.findings} ${tone ?? ''}`} role="status">
      <div className={findingClasses.findingsHead}>
        <Icon name={icon} size={15} />
        {title}
      </div>
      {children.length > 0 && (
        <div className={findingClasses.findingsList}>
          {children.map((group) => (
            <GroupLine key={group.finding} group={group} />
          ))}
        </div>
      )}
    </div>
  )
}

/** More tasks than this of one kind are told by their number. */
const TOLD_ONE_BY_ONE = 3
const LINKS_SHOWN = 8

function GroupLine({ group }: { group: FindingGroup }) {
  const { run } = useWords()
  const { plan } = useRoomState()
  const { openTask } = useRunbookAddress()
  const said = (run.findings as Readonly<Record<string, string>>)[group.finding] ?? group.detail
  const show = (id: number) => {
    openDialog(null)
    openTask(id)
  }
  if (group.taskIds.length === 0)
    return (
      <div className={classes.finding}>
        <span className={findingClasses.findingText}>{group.detail}</span>
      </div>
    )
  if (group.taskIds.length <= TOLD_ONE_BY_ONE)
    return group.taskIds.map((id) => (
      <div key={id} className={classes.finding}>
        <button type="button" className={findingClasses.plain} onClick={() => show(id)}>
          #{id}
        </button>
        <span className={findingClasses.findingText}>
          {plan.tasks[plan.positions.get(id) ?? -1]?.name}: {said}
        </span>
        <button type="button" className={findingClasses.plain} onClick={() => show(id)}>
          {run.open}
        </button>
      </div>
    ))
  return (
    <div className={classes.finding}>
      <span className={findingClasses.findingText}>
        {run.findingTasks(group.taskIds.length)}: {said}.{' '}
        {group.taskIds.slice(0, LINKS_SHOWN).map((id) => (
          <span key={id}>
            <button type="button" className={findingClasses.plain} onClick={() => show(id)}>
              #{id}
            </button>{' '}
          </span>
        ))}
        {group.taskIds.length > LINKS_SHOWN && run.andMore(group.taskIds.length - LINKS_SHOWN)}
      </span>
    </div>
  )
}
