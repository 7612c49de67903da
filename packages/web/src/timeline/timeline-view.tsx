import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import classes from './timeline.module.css'
import { TimelineSheet } from './timeline-sheet.tsx'
import { useBaseScene } from './use-base-scene.ts'
import { useFolds } from './use-folds.ts'

/** The runbook on an axis of time. */
export function TimelineView() {
  const context = useActionContext()
  const { timeline } = useWords()
  const address = useRunbookAddress()
  const { folded, setFolded } = useFolds(context.me.id, context.room.runbookId)
  const base = useBaseScene(context, address.filters, folded)
  const folds = useMemo(() => ({ folded, setFolded }), [folded, setFolded])
  if (context.state.plan.tasks.length === 0)
    return (
      <section className={classes.nothing}>
        <h2>{timeline.empty.title}</h2>
        <p>{timeline.empty.body}</p>
        <Button variant="default" onClick={() => context.goTo('list')}>
          {timeline.empty.go}
        </Button>
      </section>
    )
  if (base.rows.list.length === 0)
    return (
      <section className={classes.nothing}>
        <h2>{timeline.noMatch.title}</h2>
        <Button variant="default" onClick={() => address.setFilters({})}>
          {timeline.noMatch.clear}
        </Button>
      </section>
    )
  return <TimelineSheet context={context} base={base} folds={folds} openedTask={address.task} />
}
