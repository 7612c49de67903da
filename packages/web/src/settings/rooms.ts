import type { IconName } from '../design/icons.tsx'
import { theWords } from '../language/language.ts'
import type { Me } from '../server/use-me.ts'
import { maySomewhere } from './may-somewhere.ts'

/** A room of the settings: a page of its own below `/settings`. */
export interface SettingsRoom {
  readonly path: string
  readonly name: () => string
  readonly icon: IconName
  /** Whether the person can do something there. */
  readonly isOpenTo: (me: Me) => boolean
}

/** Every room, in the order in which they are listed. */
const rooms: readonly SettingsRoom[] = [
  {
    path: '/settings/people',
    name: () => theWords().settings.people.title,
    icon: 'people',
    isOpenTo: (me) => maySomewhere(me, 'people.manage', 'people.list', 'role.read', 'role.grant'),
  },
  {
    path: '/settings/teams',
    name: () => theWords().settings.teams.title,
    icon: 'grid',
    isOpenTo: (me) => maySomewhere(me, 'team.manage'),
  },
  {
    path: '/settings/runbook-types',
    name: () => theWords().types.runbook.title,
    icon: 'list',
    isOpenTo: (me) => maySomewhere(me, 'type.manage'),
  },
  {
    path: '/settings/task-types',
    name: () => theWords().types.task.title,
    icon: 'check',
    isOpenTo: (me) => maySomewhere(me, 'type.manage'),
  },
  {
    path: '/settings/fields',
    name: () => theWords().fields.title,
    icon: 'columns',
    isOpenTo: (me) => maySomewhere(me, 'custom_field.manage'),
  },
  {
    path: '/settings/audit',
    name: () => theWords().settings.audit.title,
    icon: 'history',
    isOpenTo: (me) => maySomewhere(me, 'audit.read', 'workspace.update'),
  },
  {
    path: '/settings/api',
    name: () => theWords().settings.api.title,
    icon: 'link',
    isOpenTo: (me) => maySomewhere(me, 'token.create'),
  },
]

/** The rooms in which a person can do something. */
export const roomsOf = (me: Me): readonly SettingsRoom[] => rooms.filter(({ isOpenTo }) => isOpenTo(me))
