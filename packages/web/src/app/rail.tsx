import { Tooltip, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Icon, type IconName } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { showPalette } from '../palette/palette-store.ts'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { Logo } from './logo.tsx'
import classes from './shell.module.css'

/** The narrow bar at the left of an open runbook. */
export function Rail() {
  const { app } = useWords()
  const me = useMe()
  return (
    <nav className={classes.rail} aria-label={app.main}>
      <Link to="/" className={classes.logo} aria-label={app.name}>
        <Logo />
      </Link>
      <RailLink to="/" icon="home" label={app.home} isExact />
      <RailLink to="/runbooks" icon="grid" label={app.workspaces} />
      <Tooltip label={app.findOrDo} position="right">
        <UnstyledButton className={classes.railLink} aria-label={app.findOrDo} onClick={() => showPalette()}>
          <Icon name="search" size={18} />
        </UnstyledButton>
      </Tooltip>
      <span className={classes.space} />
      <Tooltip label={me.name} position="right">
        <Link to="/account" className={classes.person} aria-label={app.account}>
          <Initials name={me.name} isMe size={28} />
        </Link>
      </Tooltip>
    </nav>
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
        activeOptions={{ exact: isExact, includeSearch: false }}
      >
        <Icon name={icon} size={18} />
      </Link>
    </Tooltip>
  )
}
