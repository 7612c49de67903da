import type { Permission } from '@runsheet/contract'
import type { ReactNode } from 'react'
import { WhoCanAnywhere } from '../../access/who-can.tsx'
import { useWords } from '../../language/language.ts'
import { useMe } from '../../server/use-me.ts'
import { maySomewhere } from '../may-somewhere.ts'
import { RoomHead } from '../room-head.tsx'
import settings from '../settings.module.css'

interface OnlyForProps {
  readonly permission: Permission
  readonly title: string
  /** Who may, for whoever may not. */
  readonly who: string
  readonly children: ReactNode
}

/** A room, for those who can do something in it; the others read who can. */
export function OnlyFor({ permission, title, who, children }: OnlyForProps) {
  const { access } = useWords()
  if (maySomewhere(useMe(), permission)) return children
  return (
    <>
      <RoomHead title={title} />
      <p className={settings.empty}>
        {who}
        <WhoCanAnywhere permission={permission} say={access.couldDo} />
      </p>
    </>
  )
}
