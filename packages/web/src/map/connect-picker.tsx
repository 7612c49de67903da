import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useWords } from '../language/language.ts'
import { mayWithTask } from '../room/rights.ts'
import { waitFor } from './edit-plan.ts'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import { setEntry } from './map-store.ts'
import { tasksBefore, whyNotAfter } from './paths.ts'
import type { Scene } from './scene.ts'
import { useAtNode } from './use-stage.ts'

const SHOWN = 8

interface ConnectPickerProps {
  readonly context: ActionContext
  readonly stage: MapStage
  readonly scene: Scene
  readonly taskId: number
}

/** Connects a task to one that is found by title or number: what dragging does, without dragging. */
export function ConnectPicker({ context, stage, scene, taskId }: ConnectPickerProps) {
  const { map } = useWords()
  const [text, setText] = useState('')
  const combobox = useCombobox({ defaultOpened: true })
  const source = scene.plan.positions.get(taskId) ?? 0
  const { network } = scene.schedule
  const before = useMemo(() => tasksBefore(network, source), [network, source])
  const { isMore, tasks } = useMemo(() => candidates(scene, text), [scene, text])
  const box = useAtNode(stage, source, 'below')
  const connect = (id: number) => {
    const at = scene.plan.positions.get(id)
    const target = at === undefined ? undefined : scene.plan.tasks[at]
    if (at === undefined || !target || whyNotAfter(network, source, at, before)) return
    setEntry(undefined)
    void waitFor(context.room, target, [...target.predecessors, taskId])
  }
  return (
    <div ref={box} className={classes.entry}>
      <Combobox store={combobox} withinPortal onOptionSubmit={(id) => connect(Number(id))}>
        <Combobox.Target>
          <TextInput
            autoFocus
            label={map.connectTitle(taskId)}
            placeholder={map.connectHint}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              combobox.openDropdown()
              combobox.updateSelectedOptionIndex()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setEntry(undefined)
            }}
            onBlur={() => setEntry(undefined)}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options>
            {tasks.length === 0 && <Combobox.Empty>{map.nothingFound}</Combobox.Empty>}
            {tasks.map((at) => {
              const task = scene.plan.tasks[at]
              if (!task) return null
              const why = whyNotAfter(network, source, at, before)
              const reason =
                why === 'itself'
                  ? map.isItself
                  : why === 'circle'
                    ? map.wouldCircle(task.id)
                    : why && map.isConnected(task.id)
              return (
                <Combobox.Option
                  key={task.id}
                  value={String(task.id)}
                  disabled={why !== undefined}
                  {...(classes.option ? { className: classes.option } : {})}
                >
                  <span className={classes.optionId}>#{task.id}</span> {task.name}
                  {reason && <span className={classes.reason}>{reason}</span>}
                </Combobox.Option>
              )
            })}
            {isMore && <Combobox.Empty>…</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  )
}

/** Tasks whose number or title has the text; those whose title begins with it first. */
function candidates({ plan }: Scene, text: string): { tasks: readonly number[]; isMore: boolean } {
  const sought = text.trim().toLowerCase()
  const number = /^#?(\d+)$/.exec(sought)?.[1]
  const starting: number[] = []
  const containing: number[] = []
  for (const [at, task] of plan.tasks.entries()) {
    // A link is kept by the task that waits.
    if (!mayWithTask(plan, 'task.update', task)) continue
    const { id, name } = task
    const title = name.toLowerCase()
    if (number !== undefined && String(id) === number) starting.unshift(at)
    else if (title.startsWith(sought)) starting.push(at)
    else if (title.includes(sought)) containing.push(at)
    if (sought === '' && starting.length > SHOWN) break
  }
  const tasks = [...starting, ...containing]
  return { tasks: tasks.slice(0, SHOWN), isMore: tasks.length > SHOWN }
}
