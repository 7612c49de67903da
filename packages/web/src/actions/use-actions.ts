import { useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Task } from '../room/plan.ts'
import { useRoom, useRoomState } from '../room/use-room.tsx'
import { uiStoreOf, useRunbookUi } from '../runbook/runbook-ui.ts'
import { useRunbookAddress } from '../runbook/search.ts'
import { useMe } from '../server/use-me.ts'
import { type ActionContext, type ViewName, viewNames } from './action.ts'

/** The view of the open runbook that is shown. */
export function useView(): ViewName {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const last = path.split('/').at(-1)
  return viewNames.find((name) => name === last) ?? 'list'
}

/** Where actions are taken now, with the task at the cursor. `forTask` gives the context of another task. */
export function useActionContext(): ActionContext & { forTask: (task: Task | undefined) => ActionContext } {
  const room = useRoom()
  const state = useRoomState()
  const hand = useRunbookUi(room.runbookId)
  const me = useMe()
  const view = useView()
  const navigate = useNavigate()
  const { runbookId } = useParams({ strict: false })
  const { openTask, setWall, filters, setFilters } = useRunbookAddress()
  return useMemo(() => {
    const { plan } = state
    const task = plan.tasks[plan.positions.get(hand.cursor ?? -1) ?? -1]
    const context: ActionContext = {
      room,
      state,
      ui: uiStoreOf(room.runbookId),
      hand,
      me,
      task,
      view,
      openTask,
      setWall,
      filters,
      setFilters,
      openPage: (path, search = {}) => void navigate({ to: path, search }),
      goTo: (name) =>
        void navigate({
          to: `/runbooks/$runbookId/${name}`,
          params: { runbookId: runbookId ?? room.runbookId },
          search: true,
        }),
    }
    return { ...context, forTask: (other) => ({ ...context, task: other }) }
  }, [room, state, hand, me, view, navigate, runbookId, openTask, setWall, filters, setFilters])
}
