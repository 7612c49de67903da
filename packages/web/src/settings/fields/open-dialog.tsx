import { EditField, NewField } from './field-dialog.tsx'
import { DeleteGroup, NewGroup, RenameGroup } from './group-dialogs.tsx'
import { OptionsDialog } from './options-dialog.tsx'

/** The dialog of the room that is open. */
export type FieldDialog =
  | { readonly kind: 'new_field' | 'new_group' }
  | { readonly kind: 'field' | 'options' | 'group' | 'delete_group'; readonly id: string }

export function OpenDialog({ open, onClose }: { readonly open: FieldDialog; readonly onClose: () => void }) {
  switch (open.kind) {
    case 'new_field':
      return <NewField onClose={onClose} />
    case 'new_group':
      return <NewGroup onClose={onClose} />
    case 'field':
      return <EditField id={open.id} onClose={onClose} />
    case 'options':
      return <OptionsDialog fieldId={open.id} onClose={onClose} />
    case 'group':
      return <RenameGroup id={open.id} onClose={onClose} />
    default:
      return <DeleteGroup id={open.id} onClose={onClose} />
  }
}
