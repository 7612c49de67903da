import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import { DropOverlay } from './drop-overlay.tsx'
import { handOver } from './dropped-file.ts'
import { useFileDrop } from './use-file-drop.ts'

/**
 * Takes a file that is dropped anywhere on the page to the import.
 *
 * @param workspaceId where to import into; asked there when absent
 */
export function FileDrop({ workspaceId }: { workspaceId?: string | undefined }) {
  const { workspaces } = useWords()
  const navigate = useNavigate()
  const isOver = useFileDrop((file) => {
    handOver(file)
    void navigate({ to: '/import', search: workspaceId === undefined ? {} : { workspace: workspaceId } })
  })
  return isOver ? <DropOverlay title={workspaces.dropHere} hint={workspaces.dropHint} /> : null
}
