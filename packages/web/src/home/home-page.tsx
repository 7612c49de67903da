import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Icon } from '../design/icons.tsx'
import { FileDrop } from '../importing/file-drop.tsx'
import { ImportButton } from '../importing/import-button.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { ownZone } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { allows, secondsOf } from '../workspaces/documents.ts'
import { workspacesQuery } from '../workspaces/queries.ts'
import { openWorkspaceDialog } from '../workspaces/workspace-dialog-store.ts'
import classes from './home-page.module.css'
import { liveRunsQuery, myTasksQuery, startingSoonQuery } from './home-queries.ts'
import { LiveCards } from './live-cards.tsx'
import { MyTasks } from './my-tasks.tsx'
import { RecentRunbooks } from './recent-runbooks.tsx'
import { homeSubtitle, homeTitle } from './sentences.ts'
import { StartingSoon } from './starting-soon.tsx'

/** Where one begins: what waits for the person, what runs, what comes. Ordered by how soon somebody must act. */
export function HomePage() {
  const { app } = useWords()
  useEffect(() => {
    document.title = `${app.home} · ${app.name}`
  }, [app])
  return (
    <main className={classes.page}>
      <HomeHead />
      <LiveCards />
      <div className={classes.pair}>
        <MyTasks />
        <StartingSoon />
      </div>
      <RecentRunbooks />
      <FileDrop />
    </main>
  )
}

function HomeHead() {
  const words = useWords()
  const me = useMe()
  const now = useMinute()
  const { data: mine } = useQuery(myTasksQuery)
  const { data: soon } = useQuery(startingSoonQuery)
  const { data: live } = useQuery(liveRunsQuery)
  const { data: workspaces } = useQuery(workspacesQuery)
  const zone = me.timezone ?? ownZone
  const next = soon?.find(({ attributes }) => secondsOf(attributes.start_planned) > now)?.attributes
  const state = {
    ready: mine?.ready ?? 0,
    running: mine?.running ?? 0,
    nextStart: next && { at: secondsOf(next.start_planned), zone: next.timezone ?? zone },
  }
  const mayMake = workspaces?.some((workspace) => allows(workspace, 'create', 'runbook')) ?? false
  const isKnown = mine !== undefined && soon !== undefined
  return (
    <header className={classes.head}>
      <div className={classes.headline}>
        <h1>{isKnown ? homeTitle(words, state, me.first_name ?? '') : '\u00a0'}</h1>
        <p>{homeSubtitle(words, live?.length, now, zone)}</p>
      </div>
      {mayMake && (
        <div className={classes.buttons}>
          <ImportButton />
          <Button
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => openWorkspaceDialog({ kind: 'new_runbook', making: { as: 'runbook' } })}
          >
            {words.home.newRunbook}
          </Button>
        </div>
      )}
    </header>
  )
}
