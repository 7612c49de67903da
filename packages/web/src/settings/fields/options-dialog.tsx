import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorPage } from '../../app/error-page.tsx'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { client } from '../../server/client.ts'
import { RoomDialog } from '../forms/room-dialog.tsx'
import { RowMenu, useRowActions } from '../forms/room-table.tsx'
import settings from '../settings.module.css'
import { type FieldOption, fieldsQuery, optionsQuery, readFieldsAgain } from './field-queries.ts'
import fieldClasses from './fields.module.css'
import { ordersAfterMove } from './moves.ts'

/** What can be chosen in a field. Each change is saved at once, since values follow it. */
export function OptionsDialog({
  fieldId,
  onClose,
}: {
  readonly fieldId: string
  readonly onClose: () => void
}) {
  const { fields: words, types } = useWords()
  const { data: fields = [] } = useQuery(fieldsQuery)
  const { data: options, isError, error, refetch } = useQuery(optionsQuery(fieldId))
  const [added, setAdded] = useState('')
  const { act, refusalOf } = useRowActions()
  const field = fields.find(({ id }) => id === fieldId)?.attributes
  const inUse = options?.filter(({ attributes }) => !attributes.archived) ?? []
  const refusal = refusalOf('new')
  const add = () => {
    const name = added.trim()
    if (name === '') return
    act('new', async () => {
      await client().createCustomFieldOption({ params: { custom_field_id: fieldId }, attributes: { name } })
      setAdded('')
      await readFieldsAgain()
    })
  }
  return (
    <RoomDialog title={words.optionsOf(field?.display_name ?? field?.name ?? '')} onClose={onClose}>
      {isError && !options ? (
        <ErrorPage error={error} reset={() => void refetch()} />
      ) : (
        options && (
          <>
            <ul className={fieldClasses.options}>
              {options.map((option) => (
                <OptionRow key={option.id} fieldId={fieldId} option={option} inUse={inUse} />
              ))}
            </ul>
            <form
              className={fieldClasses.add}
              onSubmit={(event) => {
                event.preventDefault()
                add()
              }}
            >
              <TextInput
                label={words.newOption}
                value={added}
                maxLength={255}
                error={refusal}
                data-autofocus
                onChange={({ currentTarget }) => setAdded(currentTarget.value)}
              />
              <Button type="submit" variant="default" disabled={added.trim() === ''}>
                {types.add}
              </Button>
            </form>
          </>
        )
      )}
    </RoomDialog>
  )
}

interface OptionRowProps {
  readonly fieldId: string
  readonly option: FieldOption
  /** The options that can be chosen, in their order. */
  readonly inUse: readonly FieldOption[]
}

function OptionRow({ fieldId, option, inUse }: OptionRowProps) {
  const { fields: words, types, workspaces } = useWords()
  const { name, color, archived } = option.attributes
  const params = { custom_field_id: fieldId, id: option.id }
  const [typed, setTyped] = useState<string>()
  const [etag, setEtag] = useState<string>()
  const { act, refusalOf } = useRowActions()
  const at = inUse.indexOf(option)
  const does = (perform: () => Promise<unknown>) =>
    act(option.id, async () => {
      try {
        await perform()
      } finally {
        await readFieldsAgain()
      }
    })
  const set = (attributes: Partial<FieldOption['attributes']>) =>
    does(() => client().updateCustomFieldOption({ params, attributes }))
  const begin = () =>
    act(option.id, async () => {
      setEtag((await client().send('getCustomFieldOption', { params })).etag)
    })
  const rename = () => {
    const next = typed?.trim()
    setTyped(undefined)
    if (next === undefined || next === '' || next === name) return
    does(() =>
      client().updateCustomFieldOption({
        params,
        attributes: { name: next },
        ...(etag === undefined ? {} : { ifMatch: etag }),
      }),
    )
  }
  const move = (by: -1 | 1) =>
    does(async () => {
      const placed = inUse.map((one) => ({ id: one.id, order: one.attributes.order }))
      for (const { id, order } of ordersAfterMove(placed, option.id, by))
        await client().updateCustomFieldOption({ params: { ...params, id }, attributes: { order } })
    })
  const refusal = refusalOf(option.id)
  return (
    <li className={fieldClasses.option}>
      <input
        type="color"
        className={fieldClasses.color}
        aria-label={words.colorOf(name)}
        disabled={archived}
        data-on={color !== null || undefined}
        defaultValue={color !== null && /^#[0-9a-f]{6}$/i.test(color) ? color : '#808080'}
        onBlur={({ currentTarget: { value } }) => {
          if (value !== (color ?? '#808080').toLowerCase()) set({ color: value })
        }}
      />
      <TextInput
        size="xs"
        aria-label={words.nameOf(name)}
        value={typed ?? name}
        maxLength={255}
        disabled={archived}
        rightSectionWidth="auto"
        rightSection={
          archived || option.attributes.default ? (
            <span className={settings.pill}>{archived ? types.isArchived : types.isDefault}</span>
          ) : undefined
        }
        onFocus={begin}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape' && typed !== undefined) {
            event.stopPropagation()
            setTyped(undefined)
          }
        }}
      />
      <span className={fieldClasses.acts}>
        {!archived && (
          <>
            <ActionIcon size={24} disabled={at <= 0} aria-label={words.upOf(name)} onClick={() => move(-1)}>
              <Icon name="up" size={14} />
            </ActionIcon>
            <ActionIcon
              size={24}
              disabled={at === inUse.length - 1}
              aria-label={words.downOf(name)}
              onClick={() => move(1)}
            >
              <Icon name="down" size={14} />
            </ActionIcon>
          </>
        )}
        <RowMenu name={name}>
          {!archived && (
            <Menu.Item
              leftSection={<Icon name="check" />}
              onClick={() => set({ default: !option.attributes.default })}
            >
              {option.attributes.default ? words.noDefault : words.makeDefault}
            </Menu.Item>
          )}
          {color !== null && !archived && (
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => set({ color: null })}>
              {types.form.noColor}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<Icon name={archived ? 'restore' : 'archive'} />}
            onClick={() => set({ archived: !archived })}
          >
            {archived ? workspaces.restore : workspaces.archive}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="trash" />}
            onClick={() => does(() => client().deleteCustomFieldOption({ params }))}
          >
            {types.removeNow}
          </Menu.Item>
        </RowMenu>
      </span>
      {refusal !== undefined && (
        <p className={settings.refusal} role="alert">
          {refusal}
        </p>
      )}
    </li>
  )
}
