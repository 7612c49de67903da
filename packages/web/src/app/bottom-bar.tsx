import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { showPalette } from '../palette/palette-store.ts'
import { useMe } from '../server/use-me.ts'
import { Initials } from '../signs/owner-stack.tsx'
import classes from './bottom-bar.module.css'

/** On a phone: the places of the app, within reach of a thumb. */
export function BottomBar() {
  const { app } = useWords()
  const me = useMe()
  const active = { className: `${classes.item} ${classes.active}` }
  return (
    <nav className={classes.bar} aria-label={app.main}>
      <Link to="/" className={classes.item} activeProps={active} activeOptions={{ exact: true }}>
        <Icon name="home" size={20} />
        {app.home}
      </Link>
      <Link
        to="/runbooks"
        className={classes.item}
        activeProps={active}
        activeOptions={{ includeSearch: false }}
      >
        <Icon name="grid" size={20} />
        {app.workspaces}
      </Link>
      <UnstyledButton className={classes.item} onClick={() => showPalette()}>
        <Icon name="search" size={20} />
        {app.search}
      </UnstyledButton>
      <Link to="/account" className={classes.item} activeProps={active}>
        <Initials name={me.name} isMe size={20} />
        {app.account}
      </Link>
    </nav>
  )
}
