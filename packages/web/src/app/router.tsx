import { ApiError } from '@runsheet/client'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { viewNames } from '../actions/action.ts'
import { readRunbookSearch } from '../runbook/search.ts'
import { basePath } from '../server/client.ts'
import { queryClient } from '../server/query-client.ts'
import { meQuery } from '../server/use-me.ts'
import { readAuditSearch } from '../settings/audit/audit-search.ts'
import { readArchivedSearch } from '../settings/forms/archived-search.ts'
import { readPeopleSearch } from '../settings/people/people-search.ts'
import { readRunbooksSearch } from '../workspaces/runbooks-search.ts'
import { ErrorPage } from './error-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { part } from './part.tsx'
import { Shell } from './shell.tsx'

const rootRoute = createRootRouteWithContext()({ notFoundComponent: NotFoundPage, errorComponent: ErrorPage })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) =>
    typeof raw['to'] === 'string' && raw['to'].startsWith('/') && !raw['to'].startsWith('//')
      ? { to: raw['to'] }
      : {},
  component: part(async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
})

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: part(async () => (await import('../sign-in/forgot-password-page.tsx')).ForgotPasswordPage),
})

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: part(async () => (await import('../sign-in/set-password-page.tsx')).ResetPasswordPage),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: part(async () => (await import('../sign-in/set-password-page.tsx')).InvitationPage),
})

/** Everything that needs somebody to be signed in. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } })
      throw error
    }
  },
})

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: part(async () => (await import('../home/home-page.tsx')).HomePage, 'ahead'),
})

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: part(async () => (await import('../account/account-page.tsx')).AccountPage),
})

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: part(async () => (await import('../settings/settings-page.tsx')).SettingsPage),
})

const settingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    component: part(async () => (await import('../settings/settings-index.tsx')).SettingsIndex),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/people',
    validateSearch: readPeopleSearch,
    component: part(async () => (await import('../settings/people/people-room.tsx')).PeopleRoom),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/people/$userId',
    component: part(async () => (await import('../settings/people/person-page.tsx')).PersonPage),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/teams',
    component: part(async () => (await import('../settings/teams/teams-room.tsx')).TeamsRoom),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/runbook-types',
    validateSearch: readArchivedSearch,
    component: part(
      async () => (await import('../settings/runbook-types/runbook-types-room.tsx')).RunbookTypesRoom,
    ),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/task-types',
    validateSearch: readArchivedSearch,
    component: part(async () => (await import('../settings/task-types/task-types-room.tsx')).TaskTypesRoom),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/fields',
    validateSearch: readArchivedSearch,
    component: part(async () => (await import('../settings/fields/fields-room.tsx')).FieldsRoom),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/audit',
    validateSearch: readAuditSearch,
    component: part(async () => (await import('../settings/audit/audit-room.tsx')).AuditRoom),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/api',
    component: part(async () => (await import('../settings/api/api-room.tsx')).ApiRoom),
  }),
]

const anySearch = (raw: Record<string, unknown>) => raw

const runbooksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runbooks',
  validateSearch: readRunbooksSearch,
  component: part(async () => (await import('../workspaces/runbooks-page.tsx')).RunbooksPage),
})

const workspaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workspaces/$workspaceId',
  validateSearch: readRunbooksSearch,
  component: part(async () => (await import('../workspaces/runbooks-page.tsx')).RunbooksPage),
})

const runbookRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runbooks/$runbookId',
  validateSearch: readRunbookSearch,
  component: part(async () => (await import('../runbook/runbook-page.tsx')).RunbookPage),
})

const runbookIndexRoute = createRoute({
  getParentRoute: () => runbookRoute,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/runbooks/$runbookId/list', params, search, replace: true })
  },
})

const views = {
  list: part(async () => (await import('../list/list-view.tsx')).ListView, 'ahead'),
  map: part(async () => (await import('../map/map-view.tsx')).MapView, 'ahead'),
  timeline: part(async () => (await import('../timeline/timeline-view.tsx')).TimelineView, 'ahead'),
  dashboard: part(async () => (await import('../dashboard/dashboard-view.tsx')).DashboardView, 'ahead'),
  history: part(async () => (await import('../history/history-view.tsx')).HistoryView, 'ahead'),
}

const viewRoutes = viewNames.map((name) =>
  createRoute({ getParentRoute: () => runbookRoute, path: name, component: views[name] }),
)

const importIntoRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/import',
  validateSearch: anySearch,
  component: part(async () => (await import('../importing/import-page.tsx')).ImportPage),
})

export const router = createRouter({
  basepath: basePath === '' ? '/' : basePath,
  defaultPreload: 'intent',
  scrollRestoration: true,
  routeTree: rootRoute.addChildren([
    signInRoute,
    forgotPasswordRoute,
    resetPasswordRoute,
    invitationRoute,
    signedInRoute.addChildren([
      homeRoute,
      accountRoute,
      settingsRoute.addChildren(settingsRoutes),
      runbooksRoute,
      workspaceRoute,
      importIntoRoute,
      runbookRoute.addChildren([runbookIndexRoute, ...viewRoutes]),
    ]),
  ]),
})
