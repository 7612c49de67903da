import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ColorChoice } from '../../dialogs/color-choice.tsx'
import { useWords } from '../../language/language.ts'
import look from '../../workspaces/form-dialog.module.css'
import { keyOf } from '../../workspaces/key-of.ts'
import { FlagFields } from '../forms/flag-fields.tsx'
import { IconChoice } from '../forms/icon-choice.tsx'
import { RoomForm } from '../forms/room-dialog.tsx'
import { useSaving } from '../forms/use-saving.ts'
import { type Where, WhereField } from '../forms/where-field.tsx'
import type { CommonAttributes, TypeDraft, TypeKind, TypeLine } from './type-kind.ts'

interface TypeFormProps<T extends TypeLine, Own> {
  readonly kind: TypeKind<T, Own>
  readonly before: TypeDraft<Own>
  readonly etag?: string | undefined
  readonly isBuiltIn?: boolean
  /** Where it can be made; it stays where it was made. */
  readonly places?: readonly Where[]
  readonly where: Where
  readonly verb: string
  readonly onClose: () => void
  readonly onReadAgain?: () => void
  readonly save: (draft: TypeDraft<Own>, where: Where, ifMatch: string | undefined) => Promise<unknown>
}

/** The fields of a type: what every type has, and between them those of its kind. */
export function TypeForm<T extends TypeLine, Own>(props: TypeFormProps<T, Own>) {
  const { kind, before, isBuiltIn = false, places, save, onClose, ...form } = props
  const { types: words } = useWords()
  const { descriptionHint, icons } = kind.words()
  const [common, setCommon] = useState(before.common)
  const [own, setOwn] = useState(before.own)
  const [where, setWhere] = useState(form.where)
  const set = (change: Partial<CommonAttributes>) => setCommon({ ...common, ...change })
  const isNew = places !== undefined
  const [isKeyTyped, setKeyTyped] = useState(!isNew)
  const saving = useSaving(
    async (ifMatch) => {
      await save({ common: { ...common, name: common.name.trim() }, own }, where, ifMatch)
      await kind.readAgain()
      onClose()
    },
    [...Object.keys(common), 'workspace', ...kind.members],
  )
  const OwnFields = kind.fields
  const { isDefault, isDisabled } = words.form
  return (
    <RoomForm
      {...form}
      saving={saving}
      onClose={onClose}
      isBlocked={common.name.trim() === '' || (kind.isKeyRequired && common.key === '')}
    >
      <div className={look.pair}>
        <TextInput
          label={words.name}
          value={common.name}
          maxLength={255}
          required
          data-autofocus
          error={saving.faultAt('name')}
          onChange={({ currentTarget: { value: name } }) =>
            set({ name, ...(isKeyTyped ? {} : { key: keyOf(name) }) })
          }
        />
        <TextInput
          label={words.key}
          value={common.key}
          maxLength={64}
          required={kind.isKeyRequired}
          disabled={isBuiltIn}
          error={saving.faultAt('key')}
          onChange={({ currentTarget: { value: key } }) => {
            setKeyTyped(true)
            set({ key })
          }}
        />
      </div>
      <Textarea
        label={words.form.description}
        description={descriptionHint}
        autosize
        minRows={2}
        value={common.description ?? ''}
        error={saving.faultAt('description')}
        onChange={({ currentTarget: { value } }) => set({ description: value === '' ? null : value })}
      />
      <div className={look.pair}>
        <WhereField
          places={places ?? []}
          value={where}
          onChange={setWhere}
          isFixed={!isNew}
          fault={saving.faultAt('workspace')}
        />
        <IconChoice
          value={common.icon}
          onChange={(icon) => set({ icon })}
          names={icons}
          drawn={kind.icon}
          fault={saving.faultAt('icon')}
        />
      </div>
      <ColorChoice value={common.color} onChange={(color) => set({ color })} none={words.form.noColor} />
      <OwnFields own={own} onChange={setOwn} saving={saving} where={where} isBuiltIn={isBuiltIn} />
      <FlagFields
        legend={words.form.use}
        words={{ default: isDefault, disabled: isDisabled }}
        values={common}
        onChange={(name, value) => set({ [name]: value })}
        saving={saving}
        isFixed={(name) => name === 'default' && (where !== null || before.common.default)}
        note={where === null ? undefined : words.form.onlyGlobalDefault}
      />
    </RoomForm>
  )
}
