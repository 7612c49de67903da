import { Modal, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { may } from '../actions/action.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useIsPhone } from '../design/phone.ts'
import { modalLook } from '../dialogs/dialog-frame.tsx'
import { openDialog } from '../dialogs/dialog-store.ts'
import { useWords } from '../language/language.ts'
import { countMissing, whoIsMissing } from './missing.ts'
import { MissingList } from './missing-list.tsx'
import classes from './people.module.css'
import { PeopleList } from './people-list.tsx'
import { TeamList } from './team-list.tsx'

type Part = 'people' | 'teams' | 'missing'

/** Who takes part in the runbook and as what, its teams, and who is missing on which task. */
export function PeopleDialog() {
  const { app, people: words } = useWords()
  const context = useActionContext()
  const isPhone = useIsPhone()
  const [part, setPart] = useState<Part>('people')
  const { plan } = context.state
  const missing = useMemo(() => whoIsMissing(plan), [plan])
  const mayChange = may(context, 'create runbook_user') && !plan.runbook.archived
  const named = [...plan.people.values()].filter(({ role }) => role !== null).length
  const open = (taskId: number) => {
    openDialog(null)
    context.ui.set({ cursor: taskId })
    context.openTask(taskId)
  }
  return (
    <Modal
      {...modalLook}
      opened
      onClose={() => openDialog(null)}
      size={720}
      fullScreen={isPhone}
      title={words.title}
      closeButtonProps={{ 'aria-label': app.close, icon: <Icon name="close" size={15} /> }}
    >
      <SegmentedControl
        classNames={{
          root: classes.parts ?? '',
          label: classes.segment ?? '',
          indicator: classes.indicator ?? '',
        }}
        aria-label={words.title}
        value={part}
        onChange={setPart}
        data={[
          { value: 'people', label: words.people(named) },
          { value: 'teams', label: words.teams(plan.teams.size) },
          { value: 'missing', label: words.missing(countMissing(missing)) },
        ]}
      />
      <div className={classes.part}>
        {part === 'people' && <PeopleList plan={plan} me={Number(context.me.id)} mayChange={mayChange} />}
        {part === 'teams' && <TeamList plan={plan} mayChange={mayChange} />}
        {part === 'missing' && <MissingList missing={missing} open={open} />}
      </div>
    </Modal>
  )
}
