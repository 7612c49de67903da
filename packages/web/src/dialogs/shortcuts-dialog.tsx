import { Modal } from '@mantine/core'
import type { Action } from '../actions/action.ts'
import { actionsWithKeys } from '../actions/keyboard.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { theWords, useWords } from '../language/language.ts'
import { isMac, modalLook } from './dialog-frame.tsx'
import { openDialog } from './dialog-store.ts'
import classes from './dialogs.module.css'
import keyClasses from './shortcuts.module.css'

const groups = {
  task: ['task'],
  run: ['run', 'runbook'],
  filter: ['filter'],
  view: ['view', 'band', 'path', 'timeline', 'map', 'list'],
}
type Group = keyof typeof groups | 'other'

function groupOf({ id }: Action): Group {
  const [noun = ''] = id.split('.')
  const found = Object.entries(groups).find(([, nouns]) => nouns.includes(noun))
  return (found?.[0] ?? 'other') as Group
}

/** A combination as it stands on the keys: `⇧ L`, `Ctrl K`. */
function shownKeys(combination: string): string {
  const signs: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: '⇧',
    Alt: isMac ? '⌥' : 'Alt',
    Escape: 'Esc',
    Enter: '↵',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
    Delete: 'Del',
    Space: theWords().dialogs.shortcuts.space,
  }
  return combination
    .split(/\+(?=.)/)
    .map((part) => signs[part] ?? part)
    .join(' ')
}

/** The keys that hold here, by what they are about. */
export function ShortcutsDialog() {
  const { dialogs, app } = useWords()
  const words = dialogs.shortcuts
  const context = useActionContext()
  // What holds for a task is listed although none is in hand: one of each stage stands for all.
  const { tasks } = context.state.plan
  const samples = (['startable', 'in_progress', 'not_startable'] as const).map((stage) =>
    tasks.find((task) => task.stage === stage),
  )
  const places = [context, ...samples.map((task) => context.forTask(task))]
  const offered = actionsWithKeys().filter((action) => places.some((place) => action.visible(place)))
  const order = ['task', 'view', 'filter', 'run', 'other'] as const
  return (
    <Modal
      {...modalLook}
      opened
      onClose={() => openDialog(null)}
      title={words.title}
      closeButtonProps={{ 'aria-label': app.close, icon: <Icon name="close" size={15} /> }}
    >
      {!context.me.single_key_shortcuts && <p className={classes.lead}>{words.off}</p>}
      <div className={keyClasses.shortcuts}>
        {order.map((group) => {
          const actions = offered.filter((action) => groupOf(action) === group)
          if (actions.length === 0) return null
          return (
            <section key={group} className={keyClasses.group}>
              <h3 className={keyClasses.groupName}>{words.groups[group]}</h3>
              {actions.map((action) => (
                <div key={action.id} className={keyClasses.shortcut}>
                  <span>{action.name()}</span>
                  {action.keys?.map((keys) => (
                    <kbd key={keys} className={keyClasses.kbd}>
                      {shownKeys(keys)}
                    </kbd>
                  ))}
                </div>
              ))}
            </section>
          )
        })}
      </div>
    </Modal>
  )
}
