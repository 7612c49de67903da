import { Link, Outlet } from '@tanstack/react-router'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from './rooms.ts'
import classes from './settings.module.css'

/** The settings: their rooms at the left, on a phone above, and the one that is open. */
export function SettingsPage() {
  const { settings } = useWords()
  const rooms = roomsOf(useMe())
  return (
    <div className={classes.frame}>
      <nav className={classes.rooms} aria-label={settings.title}>
        <h2>{settings.title}</h2>
        {rooms.map(({ path, name, icon }) => (
          <Link
            key={path}
            to={path}
            className={classes.room}
            activeProps={{ className: `${classes.room} ${classes.active}` }}
            activeOptions={{ includeSearch: false }}
          >
            <Icon name={icon} />
            {name()}
          </Link>
        ))}
      </nav>
      <main className={classes.content}>
        <Outlet />
      </main>
    </div>
  )
}
