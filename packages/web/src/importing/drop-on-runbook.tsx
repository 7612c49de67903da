import { useNavigate } from '@tanstack/react-router'
import { canEditPlan } from '../actions/plan-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import { DropOverlay } from './drop-overlay.tsx'
import { handOver } from './dropped-file.ts'
import { ImportedNote } from './imported-note.tsx'
import { useFileDrop } from './use-file-drop.ts'

/** Takes a file that is dropped anywhere on an open runbook to the import into it, while its plan may be changed; says what came in. */
export function DropOnRunbook() {
  const { importing } = useWords()
  const context = useActionContext()
  const navigate = useNavigate()
  const { runbookId } = context.room
  const take = (file: File) => {
    handOver(file)
    void navigate({ to: '/import', search: { runbook: runbookId } })
  }
  const isOver = useFileDrop(canEditPlan(context) ? take : undefined)
  return (
    <>
      {isOver && (
        <DropOverlay
          title={importing.dropInto(context.state.plan.runbook.name)}
          hint={importing.nothingWritten}
        />
      )}
      <ImportedNote runbookId={runbookId} />
    </>
  )
}
