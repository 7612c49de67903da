import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/language.ts'
import type { Rag } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { isChosenColor } from '../signs/stream-hues.ts'
import { ColorChoice } from './color-choice.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-store.ts'
import classes from './dialogs.module.css'
import { RagChoice } from './rag-choice.tsx'
import { useSubmit } from './use-submit.ts'

/** Name, colour and status of a stream, new or there. */
export function EditStreamDialog({ dialog: { streamId, parentId } }: DialogProps<'edit_stream'>) {
  const { dialogs, app } = useWords()
  const words = dialogs.stream
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const stream = plan.streams.find(({ id }) => id === streamId)
  const parent = plan.streams.find(({ id }) => id === (stream?.parent_id ?? parentId))
  const [name, setName] = useState(stream?.name ?? '')
  const before = stream && isChosenColor(stream.color) ? stream.color : null
  const [color, setColor] = useState(before)
  const [status, setStatus] = useState<Rag>(stream?.status ?? 'off')
  const [message, setMessage] = useState(stream?.status_message ?? '')
  const { submit, isSending, error } = useSubmit()
  const attributes = {
    name: name.trim(),
    ...(color === before ? {} : { color }),
    status,
    status_message: message.trim() === '' ? null : message.trim(),
  }
  const save = () => {
    if (stream)
      void submit('updateStream', { params: { runbook_id: runbookId, id: String(stream.id) }, attributes })
    else
      void submit('createStream', {
        params: { runbook_id: runbookId },
        attributes,
        ...(parent ? { relationships: { parent: { type: 'stream', id: String(parent.id) } } } : {}),
      })
  }
  const title = stream ? words.title(stream.name) : parent ? words.newSubTitle(parent.name) : words.newTitle
  return (
    <DialogFrame
      title={title}
      confirm={stream ? words.confirm : words.create}
      keep={app.cancel}
      isSmall
      isBlocked={name.trim() === ''}
      isSending={isSending}
      error={error}
      onConfirm={save}
    >
      <div className={classes.fields}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={255}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {stream && parent && (
          <div>
            <span className={classes.label}>{words.parent}</span>
            {parent.name}
          </div>
        )}
        <ColorChoice value={color} onChange={setColor} none={words.dealt} />
      </div>
      <RagChoice value={status} onChange={setStatus} />
      {status !== 'off' && (
        <div className={classes.fields}>
          <TextInput
            label={words.message}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
        </div>
      )}
    </DialogFrame>
  )
}

/** Deletes a stream, when nothing is in it. */
export function DeleteStreamDialog({ dialog: { streamId } }: DialogProps<'delete_stream'>) {
  const { stream: words } = useWords().dialogs
  const { runbookId } = useRoom()
  const { plan } = useRoomState()
  const { submit, isSending, error } = useSubmit()
  const stream = plan.streams.find(({ id }) => id === streamId)
  const count = plan.tasks.filter(({ stream_id }) => stream_id === streamId).length
  return (
    <DialogFrame
      title={words.deleteTitle(stream?.name ?? '')}
      confirm={words.deleteConfirm}
      confirmIcon="trash"
      keep={words.keep}
      isSmall
      isDanger
      isBlocked={count > 0}
      isSending={isSending}
      error={error}
      onConfirm={() =>
        void submit('deleteStream', { params: { runbook_id: runbookId, id: String(streamId) } })
      }
    >
      <p className={classes.lead}>{count === 0 ? words.deleteEmpty : words.deleteFull(count)}</p>
    </DialogFrame>
  )
}
