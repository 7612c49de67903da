import type { Permission } from '@runsheet/contract'
import { type Access, decide, type Scope } from '@runsheet/domain'

interface Ability {
  readonly type: string
  readonly resource: string
}

/** What holding a permission lets a client offer, by the resource on which it is shown. */
const abilities: Readonly<
  Record<
    'workspace' | 'folder' | 'runbook' | 'task' | 'stream',
    Partial<Record<Permission, readonly Ability[]>>
  >
> = {
  workspace: {
    'workspace.update': [
      { type: 'update', resource: 'workspace' },
      { type: 'archive', resource: 'workspace' },
      { type: 'create', resource: 'folder' },
    ],
    'runbook.create': [{ type: 'create', resource: 'runbook' }],
  },
  folder: {
    'runbook.create': [{ type: 'create', resource: 'runbook' }],
    'workspace.update': [
      { type: 'update', resource: 'folder' },
      { type: 'destroy', resource: 'folder' },
    ],
  },
  runbook: {
    'runbook.update': [
      { type: 'update', resource: 'runbook' },
      { type: 'create', resource: 'task' },
      { type: 'create', resource: 'stream' },
    ],
    'runbook.archive': [{ type: 'archive', resource: 'runbook' }],
    'run.control': [{ type: 'run', resource: 'runbook' }],
    'run.operate': [{ type: 'progress', resource: 'task' }],
    'runbook.comment': [{ type: 'create', resource: 'comment' }],
    'runbook.people': [{ type: 'create', resource: 'runbook_user' }],
  },
  task: {
    'runbook.update': [
      { type: 'update', resource: 'task' },
      { type: 'destroy', resource: 'task' },
    ],
    'run.operate': [{ type: 'progress', resource: 'task' }],
    'runbook.comment': [{ type: 'create', resource: 'comment' }],
  },
  stream: {
    'runbook.update': [
      { type: 'update', resource: 'stream' },
      { type: 'destroy', resource: 'stream' },
      { type: 'create', resource: 'task' },
    ],
  },
}

/** What the caller may do with a resource, for its `meta.permissions`. */
export function abilitiesOn(kind: keyof typeof abilities, access: Access, scope: Scope): Ability[] {
  return Object.entries(abilities[kind]).flatMap(([permission, list]) =>
    decide(access, permission as Permission, scope).allowed ? list : [],
  )
}
