import { useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useView } from '../actions/use-actions.ts'
import { type PhoneTab, placeOf, tabOf } from './phone-tab.ts'

/** The tab that the address names, and how to go to another. Tabs leave no trace in the way back. */
export function usePhoneTab() {
  const view = useView()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const navigate = useNavigate()
  const { runbookId } = useParams({ strict: false })
  return {
    tab: tabOf(view, hash),
    goTo: (tab: PhoneTab) => {
      const place = placeOf(tab)
      void navigate({
        to: `/runbooks/$runbookId/${place.view}`,
        params: { runbookId: runbookId ?? '' },
        search: true,
        hash: place.hash,
        replace: true,
      })
    },
  }
}
