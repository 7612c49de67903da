import { useEffect, useMemo, useRef } from 'react'
import { useActionKeys } from '../actions/keyboard.ts'
import { canEditPlan } from '../actions/plan-actions.ts'
import { useActionContext } from '../actions/use-actions.ts'
import { useWords } from '../language/language.ts'
import type { Plan } from '../room/plan.ts'
import { mayWithTask } from '../room/rights.ts'
import { hasFilters } from '../runbook/filters.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { ConnectNote } from './connect-note.tsx'
import { ConnectPicker } from './connect-picker.tsx'
import { EdgeBar } from './edge-bar.tsx'
import { waitFor } from './edit-plan.ts'
import { EmptyMap } from './empty-map.tsx'
import { firstLook } from './first-look.ts'
import classes from './map.module.css'
import { mapActions } from './map-actions.ts'
import { MapControls } from './map-controls.tsx'
import { followPointers, type PointerDeeds } from './map-pointer.ts'
import { MapStage } from './map-stage.ts'
import { cameras, openEntry, setEntry, setStage, useEntry } from './map-store.ts'
import { MapTree } from './map-tree.tsx'
import { MiniMap } from './mini-map.tsx'
import { NodeRefusal } from './node-refusal.tsx'
import { NodeToolbar } from './node-toolbar.tsx'
import { type Step, stepFrom } from './paths.ts'
import { ReadyChip } from './ready-chip.tsx'
import { canvasMeasure, TextFit } from './text-fit.ts'
import { TitleEntry } from './title-entry.tsx'
import { useScene } from './use-scene.ts'
import { useStageState } from './use-stage.ts'

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** What the map needs of an event of a key, of React or of the window. */
interface Press {
  readonly key: string
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly target: EventTarget | null
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** 1 for tasks that the person may change. */
const editableTasks = (plan: Plan) =>
  Uint8Array.from(plan.tasks, (task) => (mayWithTask(plan, 'task.update', task) ? 1 : 0))

/** The node map: tasks as nodes in lanes of their streams, edges from what comes before to what comes after. */
export function MapView() {
  const words = useWords().map
  const context = useActionContext()
  const { room, state, ui, hand } = context
  const { plan } = state
  const scene = useScene(context)
  const { filters, setFilters } = useRunbookAddress()
  const canEdit = canEditPlan(context)
  const editable = useMemo(() => (canEdit ? editableTasks(plan) : undefined), [canEdit, plan])
  const entry = useEntry()
  const field = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [stage, setShown] = useStageState()
  const ownChoice = useRef<number | null>(null)
  const isEmpty = plan.tasks.length === 0
  useActionKeys(mapActions, context)

  const latest = useRef({ context, scene })
  latest.current = { context, scene }

  useEffect(() => {
    const element = canvas.current
    const around = field.current
    if (!element || !around) return
    const before = cameras.get(room.runbookId)
    const made = new MapStage(element, new TextFit(canvasMeasure()), before ?? { x: 0, y: 0, zoom: 1 })
    const idOf = (task: number) => made.scene?.plan.tasks[task]?.id ?? 0
    const focus = () => around.querySelector<HTMLElement>('[role="tree"]')?.focus({ preventScroll: true })
    const deeds: PointerDeeds = {
      choose(task) {
        focus()
        made.setHand({ edge: undefined })
        setEntry(undefined)
        ownChoice.current = task === undefined ? null : idOf(task)
        latest.current.context.ui.set({ cursor: ownChoice.current })
      },
      open: (task) => latest.current.context.openTask(idOf(task)),
      select(tasks, isAdding) {
        focus()
        const { ui, hand } = latest.current.context
        const selected = new Set(isAdding ? hand.selected : [])
        for (const id of tasks.map(idOf))
          if (!(isAdding && tasks.length === 1 && selected.delete(id))) selected.add(id)
        ui.set({ selected })
      },
      chooseEdge(edge) {
        focus()
        made.setHand({ edge })
        if (edge !== undefined) latest.current.context.ui.set({ cursor: null })
      },
      addAfter: (task) => {
        ownChoice.current = idOf(task)
        latest.current.context.ui.set({ cursor: ownChoice.current })
        setEntry({ kind: 'add_after', taskId: idOf(task) })
      },
      connect(source, target) {
        const { room, state } = latest.current.context
        const to = state.plan.tasks[target]
        if (to) void waitFor(room, to, [...to.predecessors, idOf(source)])
      },
    }
    const stop = followPointers(element, made, deeds)
    const refont = () => made.forgetTexts()
    document.fonts.addEventListener('loadingdone', refont)
    const sized = new ResizeObserver(() => made.resize(around.clientWidth, around.clientHeight))
    sized.observe(around)
    made.resize(around.clientWidth, around.clientHeight)
    setStage(made)
    setShown(made)
    return () => {
      if (made.scene) cameras.set(room.runbookId, made.camera)
      hasLooked.current = false
      stop()
      document.fonts.removeEventListener('loadingdone', refont)
      sized.disconnect()
      made.close()
      setStage(undefined)
      setShown(undefined)
      setEntry(undefined)
    }
  }, [room.runbookId, setShown, isEmpty])

  const hasLooked = useRef(false)
  useEffect(() => {
    if (!stage || !scene) return
    stage.setScene(scene)
    if (hasLooked.current) return
    hasLooked.current = true
    if (!cameras.has(room.runbookId)) firstLook(stage)
  }, [stage, scene, room.runbookId])

  useEffect(() => {
    if (!stage || !scene) return
    const { positions } = scene.plan
    const selected = new Set([...hand.selected].flatMap((id) => positions.get(id) ?? []))
    stage.setHand({ cursor: positions.get(hand.cursor ?? -1), selected, editable })
  }, [stage, scene, hand.cursor, hand.selected, editable])

  // The cursor was moved by keys, or by a link elsewhere: that asks to see it. What was clicked is seen already.
  useEffect(() => {
    const at = stage?.scene?.plan.positions.get(hand.cursor ?? -1)
    if (!stage || at === undefined || ownChoice.current === hand.cursor) return
    ownChoice.current = null
    stage.reach(at)
  }, [stage, hand.cursor])

  /** Two tasks are parted in the one that waits. */
  const mayPart = (edge: number | undefined) =>
    edge !== undefined && editable?.[scene?.geometry.edges.targets[edge] ?? -1] === 1

  const onKeyDown = (event: Press) => {
    if (!stage?.scene || event.defaultPrevented || event.target instanceof HTMLInputElement) return
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      walk(stage, step)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && mayPart(stage.hand.edge)) {
      event.preventDefault()
      if (stage.hand.edge !== undefined) disconnect(stage, stage.hand.edge)
    } else if (event.key === 'Escape') escape(event, stage)
  }

  function walk(stage: MapStage, step: Step): void {
    const { scene } = stage
    if (!scene) return
    const from = stage.hand.cursor
    const next =
      from === undefined
        ? stage.seen[0]
        : stepFrom(scene.schedule.network, { layers: scene.layout.layers, y: scene.geometry.y }, from, step)
    const id = next === undefined ? undefined : scene.plan.tasks[next]?.id
    if (id === undefined) return
    ownChoice.current = null
    stage.setHand({ edge: undefined })
    ui.set({ cursor: id })
  }

  function disconnect(stage: MapStage, edge: number): void {
    const { scene } = stage
    if (!scene) return
    const source = scene.plan.tasks[scene.geometry.edges.sources[edge]!]
    const target = scene.plan.tasks[scene.geometry.edges.targets[edge]!]
    stage.setHand({ edge: undefined })
    if (source && target)
      void waitFor(
        room,
        target,
        target.predecessors.filter((id) => id !== source.id),
      )
  }

  function escape(event: Press, stage: MapStage): void {
    const nothingElse = !hand.isCriticalLit && hand.pathOf === null && hand.selected.size === 0
    if (openEntry() !== undefined) setEntry(undefined)
    else if (stage.hand.edge !== undefined) stage.setHand({ edge: undefined })
    else if (nothingElse && hand.cursor !== null && !location.search.includes('task='))
      ui.set({ cursor: null })
    else return
    event.preventDefault()
  }

  // With focus nowhere in particular, as after the page was opened, the keys of the map act as well. They come before
  // those of the page: Delete means the chosen edge first.
  const onKey = useRef(onKeyDown)
  onKey.current = onKeyDown
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event
      const isHere = target instanceof Node && field.current?.contains(target)
      if (isHere || target === document.body) onKey.current(event)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])

  const nonePasses = useMemo(() => scene !== undefined && !scene.passes.includes(1), [scene])
  if (isEmpty) return <EmptyMap context={context} canEdit={canEdit} />
  return (
    <div ref={field} className={classes.field}>
      <MapTree context={context} scene={scene} />
      <canvas
        ref={canvas}
        className={classes.canvas}
        role="img"
        aria-label={words.name(plan.runbook.name, plan.tasks.length)}
      />
      <MapControls context={context} scene={scene} />
      {stage && scene && (
        <>
          <ReadyChip context={context} scene={scene} stage={stage} />
          <NodeToolbar context={context} stage={stage} scene={scene} />
          <NodeRefusal context={context} stage={stage} scene={scene} />
          <EdgeBar
            stage={stage}
            scene={scene}
            mayPart={mayPart}
            onDisconnect={(edge) => disconnect(stage, edge)}
          />
          <ConnectNote stage={stage} />
          {entry?.kind === 'connect' && (
            <ConnectPicker
              key={entry.taskId}
              context={context}
              stage={stage}
              scene={scene}
              taskId={entry.taskId}
            />
          )}
          {(entry?.kind === 'add_after' || entry?.kind === 'add_before') && (
            <TitleEntry
              key={`${entry.kind} ${entry.taskId}`}
              context={context}
              stage={stage}
              scene={scene}
              entry={entry}
            />
          )}
          <MiniMap stage={stage} scene={scene} context={context} />
          {nonePasses && hasFilters(filters) && (
            <div className={classes.none} role="status">
              {words.noneToday}
              <button type="button" onClick={() => setFilters({})}>
                {words.clearFilters}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
