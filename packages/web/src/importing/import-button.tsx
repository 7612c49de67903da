import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'

/** Goes to the import of a file. @param workspaceId where to import into; asked there when absent */
export function ImportButton({ workspaceId }: { workspaceId?: string | undefined }) {
  const { home } = useWords()
  const navigate = useNavigate()
  return (
    <Button
      variant="default"
      leftSection={<Icon name="file" size={14} />}
      onClick={() =>
        void navigate({ to: '/import', search: workspaceId === undefined ? {} : { workspace: workspaceId } })
      }
    >
      {home.fromFile}
    </Button>
  )
}
