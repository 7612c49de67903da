import { useId, useState } from 'react'
import { useWords } from '../language/language.ts'
import { taskLook } from '../room/look.ts'
import { useRoomState } from '../room/use-room.tsx'
import { StageGlyph } from '../signs/stage-glyph.tsx'
import classes from './dependencies.module.css'
import { type Direction, linkCandidates } from './link-candidates.ts'

interface AddLinkProps {
  readonly at: number
  readonly direction: Direction
  readonly onAdd: (taskId: number) => void
  readonly onClose: () => void
}

const SHOWN = 7

/** A field that finds a task to link: by its title or its number. What would make a circle says so and is not taken. */
export function AddLink({ at, direction, onAdd, onClose }: AddLinkProps) {
  const { plan, schedule } = useRoomState()
  const { panel } = useWords().task
  const listId = useId()
  const [text, setText] = useState('')
  const [marked, setMarked] = useState(0)
  const found = linkCandidates(plan, schedule, at, direction, text, SHOWN)
  const active = Math.min(marked, found.length - 1)
  const take = (index: number) => {
    const candidate = found[index]
    if (!candidate || candidate.circle) return
    onAdd(candidate.task.id)
    setText('')
    setMarked(0)
  }
  return (
    <div className={classes.adding}>
      <input
        className={classes.search}
        role="combobox"
        aria-label={direction === 'before' ? panel.addBefore : panel.addAfter}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={panel.search}
        value={text}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: opened by the person who types into it
        autoFocus
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMarked(0)
        }}
        onBlur={onClose}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setMarked(Math.max(0, Math.min(found.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter') {
            event.preventDefault()
            take(active)
          } else if (event.key === 'Escape') onClose()
          else return
          event.stopPropagation()
        }}
      />
      {found.length === 0 ? (
        <p className={classes.none}>{panel.noMatch}</p>
      ) : (
        <div id={listId} role="listbox" aria-label={panel.search} className={classes.options}>
          {found.map(({ task, circle }, index) => (
            // The field keeps the focus and tells by aria-activedescendant which option its keys act on.
            <div
              key={task.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={circle !== undefined}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
              onKeyDown={(event) => event.key === 'Enter' && take(index)}
            >
              <StageGlyph
                of={taskLook(plan, schedule, plan.positions.get(task.id) ?? -1, schedule.asOf)}
                size={16}
              />
              <span className={classes.id}>#{task.id}</span>
              <span className={classes.name}>
                {task.name}
                {circle && (
                  <span className={classes.circle}>
                    {panel.wouldCircle(circle.map((id) => `#${id}`).join(' → '))}
                  </span>
                )}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
