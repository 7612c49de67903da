import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords } from '../language/language.ts'
import { baseUrl } from '../server/client.ts'
import { type Action, may } from './action.ts'
import { canEditPlan } from './plan-actions.ts'

/** Starts the run, by way of its dialog. */
export const startRun: Action = {
  id: 'run.start',
  name: () => theWords().run.startDots,
  icon: 'play',
  visible: (context) => {
    const { stage, is_template, archived } = context.state.plan.runbook
    return stage === 'planning' && !is_template && !archived && may(context, 'run runbook')
  },
  perform: () => openDialog({ kind: 'start_run' }),
}

export const pauseRun: Action = {
  id: 'run.pause',
  name: () => theWords().run.pause,
  icon: 'pause',
  visible: (context) => context.state.plan.runbook.stage === 'active' && may(context, 'run runbook'),
  perform: () => openDialog({ kind: 'pause_run' }),
}

export const resumeRun: Action = {
  id: 'run.resume',
  name: () => theWords().run.resume,
  icon: 'play',
  visible: (context) => context.state.plan.runbook.stage === 'paused' && may(context, 'run runbook'),
  perform: () => openDialog({ kind: 'resume_run' }),
}

export const cancelRun: Action = {
  id: 'run.cancel',
  name: () => theWords().run.cancelDots,
  icon: 'close',
  visible: (context) =>
    ['active', 'paused'].includes(context.state.plan.runbook.stage) && may(context, 'run runbook'),
  perform: () => openDialog({ kind: 'cancel_run' }),
}

export const returnToPlanning: Action = {
  id: 'run.return',
  name: () => theWords().run.returnToPlanning,
  icon: 'restore',
  visible: (context) =>
    ['complete', 'canceled'].includes(context.state.plan.runbook.stage) && may(context, 'run runbook'),
  perform: () => openDialog({ kind: 'return_to_planning' }),
}

export const setRag: Action = {
  id: 'runbook.rag',
  name: () => theWords().run.setRag,
  icon: 'flag',
  visible: (context) => may(context, 'update runbook'),
  perform: () => openDialog({ kind: 'runbook_rag' }),
}

const editRunbook: Action = {
  id: 'runbook.edit',
  name: () => theWords().run.editRunbook,
  icon: 'edit',
  visible: (context) => may(context, 'update runbook'),
  perform: () => openDialog({ kind: 'edit_runbook' }),
}

/** Who takes part, as what, and who is missing. Whoever reads the runbook may read it. */
export const showPeople: Action = {
  id: 'runbook.people',
  name: () => theWords().people.open,
  icon: 'people',
  visible: () => true,
  perform: () => openDialog({ kind: 'people' }),
}

const duplicateRunbook: Action = {
  id: 'runbook.duplicate',
  name: () => theWords().run.duplicateDots,
  icon: 'copy',
  visible: (context) => may(context, 'create runbook'),
  perform: () => openDialog({ kind: 'duplicate_runbook' }),
}

const makeTemplate: Action = {
  id: 'runbook.template',
  name: () => theWords().run.makeTemplateDots,
  icon: 'template',
  visible: (context) => !context.state.plan.runbook.is_template && may(context, 'create runbook'),
  perform: () => openDialog({ kind: 'duplicate_runbook', asTemplate: true }),
}

const exportAs = (format: 'csv' | 'json', name: () => string): Action => ({
  id: `runbook.export_${format}`,
  name,
  icon: 'download',
  visible: () => true,
  perform: ({ room }) => {
    const link = document.createElement('a')
    link.href = `${baseUrl}/core/runbooks/${room.runbookId}/tasks/export?format=${format}&archived=true`
    link.download = ''
    link.click()
  },
})

const importFile: Action = {
  id: 'runbook.import',
  name: () => theWords().run.importFile,
  icon: 'upload',
  visible: (context) => canEditPlan(context) && may(context, 'update runbook'),
  perform: ({ openPage, room }) => openPage('/import', { runbook: room.runbookId }),
}

/** What stands in the menu of the top bar, in its groups. */
export const runbookMenu: readonly (readonly Action[])[] = [
  [startRun, pauseRun, resumeRun, returnToPlanning],
  [showPeople, setRag, editRunbook],
  [duplicateRunbook, makeTemplate],
  [
    exportAs('csv', () => theWords().run.exportCsv),
    exportAs('json', () => theWords().run.exportJson),
    importFile,
  ],
  [cancelRun],
]

/** What concerns the runbook and its run. */
export const runbookActions: readonly Action[] = runbookMenu.flat()
