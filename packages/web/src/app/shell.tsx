import { Tooltip } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useAnnouncement } from '../actions/run-action.ts'
import { Icon, type IconName } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { Logo } from './logo.tsx'
import classes from './shell.module.css'

/** What is around every page: the rail at the left, the place of the page, and the voice for screen readers. */
export function Shell() {
  const { app } = useWords()
  const me = useMe()
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {app.skipToContent}
      </a>
      <nav className={classes.rail} aria-label={app.name}>
        <Link to="/" className={classes.logo} aria-label={app.name}>
          <Logo />
        </Link>
        <RailLink to="/" icon="home" label={app.home} isExact />
        <RailLink to="/runbooks" icon="grid" label={app.workspaces} />
        <span className={classes.space} />
        <Tooltip label={me.name} position="right">
          <Link to="/account" className={classes.person} aria-label={app.account}>
            <Initials name={me.name} isMe size={28} />
          </Link>
        </Tooltip>
      </nav>
      <div className={classes.page} id="content" tabIndex={-1}>
        <Outlet />
      </div>
      <LiveRegion />
    </div>
  )
}

interface RailLinkProps {
  readonly to: string
  readonly icon: IconName
  readonly label: string
  readonly isExact?: boolean
}

function RailLink({ to, icon, label, isExact = false }: RailLinkProps) {
  return (
    <Tooltip label={label} position="right">
      <Link
        to={to}
        aria-label={label}
        className={classes.railLink}
        activeProps={{ className: `${classes.railLink} ${classes.active}` }}
        activeOptions={{ exact: isExact }}
      >
        <Icon name={icon} size={18} />
      </Link>
    </Tooltip>
  )
}

function LiveRegion() {
  const sentence = useAnnouncement()
  return (
    <div className={classes.hidden} role="status" aria-live="polite">
      {sentence}
    </div>
  )
}
