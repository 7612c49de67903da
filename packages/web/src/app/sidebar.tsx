import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '../design/icons.tsx'
import { myTasksQuery } from '../home/home-queries.ts'
import { useWords } from '../language/language.ts'
import { showPalette } from '../palette/palette-store.ts'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from '../settings/rooms.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { mayMakeWorkspaces } from '../workspaces/may-make-workspaces.ts'
import { openWorkspaceDialog } from '../workspaces/workspace-dialog-store.ts'
import { WorkspaceTree } from '../workspaces/workspace-tree.tsx'
import { Logo } from './logo.tsx'
import classes from './sidebar.module.css'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The wide bar at the left of Home, the lists of runbooks and the account: places, and the tree of folders. */
export function Sidebar() {
  const { app, settings } = useWords()
  const me = useMe()
  return (
    <nav className={classes.sidebar} aria-label={app.main}>
      <Link to="/" className={classes.brand}>
        <Logo />
        {app.name}
      </Link>
      <Link
        to="/"
        className={classes.item}
        activeProps={{ className: `${classes.item} ${classes.active}` }}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        <Icon name="home" />
        <span className={classes.grow}>{app.home}</span>
        <ReadyCount />
      </Link>
      <UnstyledButton className={classes.item} onClick={() => showPalette()}>
        <Icon name="search" />
        <span className={classes.grow}>{app.findOrDo}</span>
        <Kbd className={classes.kbd}>{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <div className={classes.head}>
        <Link
          to="/runbooks"
          className={classes.headLink}
          activeProps={{ className: `${classes.headLink} ${classes.headActive}` }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {app.workspaces}
        </Link>
        {mayMakeWorkspaces(me) && (
          <Tooltip label={app.newWorkspace}>
            <ActionIcon
              size={24}
              aria-label={app.newWorkspace}
              onClick={() => openWorkspaceDialog({ kind: 'new_workspace' })}
            >
              <Icon name="plus" size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div className={classes.tree}>
        <WorkspaceTree />
      </div>
      {roomsOf(me).length > 0 && (
        <Link
          to="/settings"
          className={classes.item}
          activeProps={{ className: `${classes.item} ${classes.active}` }}
        >
          <Icon name="sliders" />
          <span className={classes.grow}>{settings.title}</span>
        </Link>
      )}
      <Link to="/account" className={classes.person} title={app.account}>
        <Initials name={me.name} isMe size={28} />
        <span className={classes.who}>
          <span className={classes.name}>{me.name}</span>
          <span className={classes.mail}>{me.email}</span>
        </span>
        <Icon name="gear" className={classes.gear ?? ''} />
      </Link>
    </nav>
  )
}

/** How many tasks wait for the person; nothing when none does. */
function ReadyCount() {
  const { data } = useQuery(myTasksQuery)
  const ready = data?.ready ?? 0
  return ready === 0 ? null : <span className={classes.ready}>{ready}</span>
}
