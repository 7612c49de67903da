import { useMemo } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { useWords } from '../language/language.ts'
import classes from './map.module.css'
import { laneCounts } from './paint-lanes.ts'
import type { Scene } from './scene.ts'
import { nodeName, treeWindow } from './tree-names.ts'

interface MapTreeProps {
  readonly context: ActionContext
  readonly scene: Scene | undefined
}

/** The map for those who do not see it: lanes and their tasks, with the cursor of the canvas. The keys of the map act here. */
export function MapTree({ context, scene }: MapTreeProps) {
  const { map } = useWords()
  const { hand } = context
  const cursor = scene?.plan.positions.get(hand.cursor ?? -1)
  const { items, ofLane } = useMemo(() => treeWindow(scene, cursor), [scene, cursor])
  const counts = scene && laneCounts(scene)
  const { plan } = context.state
  const lanes = [...new Set(items.map(({ lane }) => lane))]
  return (
    <div
      className={classes.tree}
      role="tree"
      tabIndex={0}
      aria-label={`${map.name(plan.runbook.name, plan.tasks.length)} ${map.tree}`}
      aria-activedescendant={cursor === undefined ? undefined : `map-task-${hand.cursor}`}
    >
      {scene &&
        lanes.map((lane) => (
          <div
            key={lane}
            role="treeitem"
            aria-level={1}
            aria-expanded
            aria-setsize={plan.streams.length}
            aria-posinset={lane + 1}
            aria-label={map.lane(
              plan.streams[lane]?.name ?? '',
              counts?.done[lane] ?? 0,
              counts?.all[lane] ?? 0,
            )}
          >
            <div role="group">
              {items
                .filter((item) => item.lane === lane)
                .map(({ task, inLane }) => {
                  const id = scene.plan.tasks[task]?.id ?? 0
                  return (
                    <div
                      key={id}
                      id={`map-task-${id}`}
                      role="treeitem"
                      aria-level={2}
                      aria-setsize={ofLane[lane]}
                      aria-posinset={inLane + 1}
                      aria-selected={id === hand.cursor || hand.selected.has(id)}
                      tabIndex={-1}
                      onFocus={() => context.ui.set({ cursor: id })}
                    >
                      {nodeName(scene, task)}
                    </div>
                  )
                })}
            </div>
          </div>
        ))}
    </div>
  )
}
