import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { basePath } from '../server/client.ts'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from './rooms.ts'
import classes from './settings.module.css'

/** The settings: their rooms at the left, on a phone above, and the one that is open. */
export function SettingsPage() {
  const { settings } = useWords()
  const rooms = roomsOf(useMe())
  const list = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the rooms go on beyond the edge: the open one is brought into sight.
  useEffect(() => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const open = links.find((link) => pathname.startsWith(link.pathname.slice(basePath.length)))
    if (open) list.current?.scrollTo({ left: open.offsetLeft - 14 })
  }, [pathname])
  return (
    <div className={classes.frame}>
      <nav ref={list} className={classes.rooms} aria-label={settings.title}>
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
