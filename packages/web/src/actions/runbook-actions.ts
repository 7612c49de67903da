import { openDialog } from '../dialogs/dialog-store.ts'
import { theWords } from '../language/language.ts'
import { type Action, may } from './action.ts'

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

const setRag: Action = {
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

/** What concerns the runbook and its run. */
export const runbookActions: readonly Action[] = [
  startRun,
  pauseRun,
  resumeRun,
  cancelRun,
  returnToPlanning,
  setRag,
  editRunbook,
]
