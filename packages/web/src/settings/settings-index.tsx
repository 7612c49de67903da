import { Navigate } from '@tanstack/react-router'
import { NotFoundPage } from '../app/not-found-page.tsx'
import { useMe } from '../server/use-me.ts'
import { roomsOf } from './rooms.ts'

/** Leads to the first room in which the person can do something. */
export function SettingsIndex() {
  const [first] = roomsOf(useMe())
  return first ? <Navigate to={first.path} replace /> : <NotFoundPage />
}
