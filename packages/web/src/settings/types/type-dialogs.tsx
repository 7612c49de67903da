import { useWords } from '../../language/language.ts'
import { linkedId } from '../../workspaces/documents.ts'
import { EditDialog } from '../forms/edit-dialog.tsx'
import { RoomDialog } from '../forms/room-dialog.tsx'
import type { Where } from '../forms/where-field.tsx'
import { TypeForm } from './type-form.tsx'
import type { CommonAttributes, TypeKind, TypeLine } from './type-kind.ts'

const blank: CommonAttributes = {
  name: '',
  key: '',
  description: null,
  color: null,
  icon: null,
  default: false,
  disabled: false,
}

interface NewTypeProps<T extends TypeLine, Own> {
  readonly kind: TypeKind<T, Own>
  readonly places: readonly Where[]
  readonly onClose: () => void
}

export function NewType<T extends TypeLine, Own>({ kind, places, onClose }: NewTypeProps<T, Own>) {
  const { types: words } = useWords()
  return (
    <RoomDialog title={kind.words().make} onClose={onClose}>
      <TypeForm
        kind={kind}
        before={{ common: blank, own: kind.blank }}
        places={places}
        where={places[0] ?? null}
        verb={words.create}
        onClose={onClose}
        save={kind.create}
      />
    </RoomDialog>
  )
}

interface EditTypeProps<T extends TypeLine, Own> {
  readonly kind: TypeKind<T, Own>
  readonly id: string
  readonly onClose: () => void
}

export function EditType<T extends TypeLine, Own>({ kind, id, onClose }: EditTypeProps<T, Own>) {
  const { types: words, app } = useWords()
  return (
    <EditDialog
      of={[kind.resource, id]}
      read={() => kind.read(id)}
      title={(type) => words.editTitle(type?.attributes.name ?? '')}
      onClose={onClose}
    >
      {({ data: type, etag }, readAgain) => {
        const before = kind.draftOf(type)
        return (
          <TypeForm
            key={etag}
            kind={kind}
            before={before}
            etag={etag}
            isBuiltIn={type.attributes.built_in === true}
            where={linkedId(type, 'workspace') ?? null}
            verb={app.save}
            onClose={onClose}
            onReadAgain={readAgain}
            save={(draft, _where, ifMatch) => kind.change(id, before, draft, ifMatch)}
          />
        )
      }}
    </EditDialog>
  )
}
