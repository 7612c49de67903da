import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useWords } from '../language/language.ts'
import { addTask, addTaskBefore } from './edit-plan.ts'
import classes from './map.module.css'
import type { MapStage } from './map-stage.ts'
import { type MapEntry, setEntry } from './map-store.ts'
import type { Scene } from './scene.ts'
import { useAtNode } from './use-stage.ts'

interface TitleEntryProps {
  readonly context: ActionContext
  readonly stage: MapStage
  readonly scene: Scene
  readonly entry: Extract<MapEntry, { taskId: number }>
}

/** Where the title of a new task is typed, beside the task that it is to follow or precede. */
export function TitleEntry({ context, stage, scene, entry }: TitleEntryProps) {
  const { map } = useWords()
  const [title, setTitle] = useState('')
  const [isBusy, setBusy] = useState(false)
  const at = scene.plan.positions.get(entry.taskId)
  const box = useAtNode(stage, at, entry.kind === 'add_after' ? 'right' : 'below')
  const task = at === undefined ? undefined : scene.plan.tasks[at]
  if (!task) return null
  const save = async () => {
    const name = title.trim()
    if (name === '' || isBusy) return
    setBusy(true)
    const made =
      entry.kind === 'add_after'
        ? await addTask(context.room, name, task.stream_id, [task.id], task.id)
        : await addTaskBefore(context.room, name, task)
    setBusy(false)
    if (made === undefined) return
    setEntry(undefined)
    context.ui.set({ cursor: made })
  }
  return (
    <div ref={box} className={classes.entry}>
      <TextInput
        autoFocus
        aria-label={entry.kind === 'add_after' ? map.addAfter : map.addBefore}
        placeholder={map.newTitle}
        description={map.newTitleHint}
        inputWrapperOrder={['input', 'description']}
        maxLength={255}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => title.trim() === '' && setEntry(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setEntry(undefined)
        }}
      />
    </div>
  )
}
