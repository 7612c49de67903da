import { ActionIcon, Menu } from '@mantine/core'
import { useMemo, useState } from 'react'
import { canEditPlan } from '../actions/plan-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { openDialog } from '../dialogs/dialog-store.ts'
import { useWords } from '../language/language.ts'
import type { Plan, Rag, Stream } from '../room/plan.ts'
import { mayInStream } from '../room/rights.ts'
import type { Room } from '../room/room.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { RagMark } from '../signs/pills.tsx'
import { type StreamSign, streamSigns } from '../signs/stream-hues.ts'
import { StreamBar } from '../signs/stream-tag.tsx'
import { countsOf } from './count-tasks.ts'
import classes from './streams.module.css'

/** What a dragged row carries: ids of tasks, as JSON. */
export const STREAM_DRAG = 'application/x-runsheet-tasks'

interface StreamPanelProps {
  /** Rows were dropped on a stream. */
  readonly onDrop: (taskIds: readonly number[], streamId: number) => void
}

/** The streams of a plan with their tasks counted: a filter, and a place to drop rows on. */
export function StreamPanel({ onDrop }: StreamPanelProps) {
  const { streams: words } = useWords()
  const context = useActionContext()
  const { filters, setFilters } = useRunbookAddress()
  const { plan } = context.state
  const { room } = context
  const counts = useMemo(() => countsOf(plan.tasks, plan.streams), [plan.tasks, plan.streams])
  const signs = streamSigns(plan.streams)
  const mayEdit = canEditPlan(context)
  const chosen = filters.stream ?? []
  const choose = (id: number | null, isMore: boolean) => {
    const { stream: _before, ...rest } = filters
    if (id === null) setFilters(rest)
    else if (isMore)
      setFilters({
        ...rest,
        stream: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
      })
    else setFilters(chosen.length === 1 && chosen[0] === id ? rest : { ...rest, stream: [id] })
  }
  return (
    <aside className={classes.panel} aria-label={words.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        {mayEdit && mayInStream(plan, 'stream.create', null) && (
          <ActionIcon
            size={24}
            aria-label={words.add}
            title={words.add}
            onClick={() => openDialog({ kind: 'edit_stream', streamId: null })}
          >
            <Icon name="plus" size={14} />
          </ActionIcon>
        )}
      </div>
      <ul className={classes.list}>
        <li className={chosen.length === 0 ? `${classes.row} ${classes.on}` : classes.row}>
          <button
            type="button"
            className={classes.name}
            aria-pressed={chosen.length === 0}
            onClick={() => choose(null, false)}
          >
            {words.all}
          </button>
          <span className={classes.count}>{plan.tasks.length}</span>
        </li>
        {plan.streams.map((stream) => (
          <StreamRow
            key={stream.id}
            stream={stream}
            sign={signs.get(stream.id)}
            count={counts.get(stream.id) ?? 0}
            isChosen={chosen.includes(stream.id)}
            rights={rightsOn(plan, stream, mayEdit)}
            room={room}
            onChoose={choose}
            onDrop={onDrop}
          />
        ))}
      </ul>
    </aside>
  )
}

/** What the person who looks may do with a stream now. */
interface StreamRights {
  readonly fill: boolean
  readonly update: boolean
  readonly addBelow: boolean
  readonly remove: boolean
}

function rightsOn(plan: Plan, stream: Stream, mayEdit: boolean): StreamRights {
  return {
    fill: mayEdit && mayInStream(plan, 'task.update', stream),
    update: mayEdit && mayInStream(plan, 'stream.update', stream),
    addBelow: mayEdit && stream.parent_id === null && mayInStream(plan, 'stream.create', stream),
    remove: mayEdit && !stream.is_primary && mayInStream(plan, 'stream.delete', stream),
  }
}

interface StreamRowProps extends StreamPanelProps {
  readonly stream: Stream
  readonly sign: StreamSign | undefined
  readonly count: number
  readonly isChosen: boolean
  readonly rights: StreamRights
  readonly room: Room
  readonly onChoose: (id: number, isMore: boolean) => void
}

function StreamRow({ stream, sign, count, isChosen, rights, room, onChoose, onDrop }: StreamRowProps) {
  const { app } = useWords()
  const [isOver, setOver] = useState(false)
  const shape = [
    classes.row,
    isChosen ? classes.on : '',
    isOver ? classes.over : '',
    stream.parent_id === null ? '' : classes.sub,
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop on; the bar of the selection does the same by keys
    <li
      className={shape.filter(Boolean).join(' ')}
      onDragOver={(event) => {
        if (!rights.fill || !event.dataTransfer.types.includes(STREAM_DRAG)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const carried: unknown = JSON.parse(event.dataTransfer.getData(STREAM_DRAG) || '[]')
        if (Array.isArray(carried)) onDrop(carried.map(Number), stream.id)
        event.preventDefault()
      }}
    >
      {sign && <StreamBar of={sign} height={16} />}
      <button
        type="button"
        className={classes.name}
        aria-pressed={isChosen}
        title={stream.status_message ?? stream.name}
        onClick={(event) => onChoose(stream.id, event.metaKey || event.ctrlKey || event.shiftKey)}
      >
        {stream.name}
      </button>
      {stream.status !== 'off' && (
        <span role="img" aria-label={app.rag[stream.status]} title={app.rag[stream.status]}>
          <RagMark status={stream.status} />
        </span>
      )}
      {(rights.update || rights.addBelow || rights.remove) && (
        <StreamMenu stream={stream} count={count} room={room} rights={rights} />
      )}
      <span className={classes.count}>{count}</span>
    </li>
  )
}

const rags: readonly Rag[] = ['green', 'amber', 'red', 'off']

function StreamMenu({
  stream,
  count,
  room,
  rights,
}: Pick<StreamRowProps, 'stream' | 'count' | 'room' | 'rights'>) {
  const { streams: words, app } = useWords()
  return (
    <Menu width={200} position="bottom-start">
      <Menu.Target>
        <ActionIcon size={24} className={classes.more ?? ''} aria-label={words.menuOf(stream.name)}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="edit" size={14} />}
          onClick={() => openDialog({ kind: 'edit_stream', streamId: stream.id })}
        >
          {words.edit}
        </Menu.Item>
        {rights.addBelow && (
          <Menu.Item
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => openDialog({ kind: 'edit_stream', streamId: null, parentId: stream.id })}
          >
            {words.addSub}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{words.status}</Menu.Label>
        {rags.map((rag) => (
          <Menu.Item
            key={rag}
            role="menuitemradio"
            aria-checked={stream.status === rag}
            leftSection={
              rag === 'off' ? (
                <span className={classes.none} aria-hidden="true">
                  –
                </span>
              ) : (
                <RagMark status={rag} />
              )
            }
            rightSection={stream.status === rag ? <Icon name="check" size={13} /> : null}
            onClick={() =>
              void room.send('updateStream', {
                params: { runbook_id: room.runbookId, id: String(stream.id) },
                attributes: { status: rag },
              })
            }
          >
            {app.rag[rag]}
          </Menu.Item>
        ))}
        {rights.remove && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<Icon name="trash" size={14} />}
              disabled={count > 0}
              onClick={() => openDialog({ kind: 'delete_stream', streamId: stream.id })}
            >
              {words.delete}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
