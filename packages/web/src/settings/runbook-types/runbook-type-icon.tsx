import { Icon, type IconName } from '../../design/icons.tsx'

const icons: Readonly<Record<string, IconName>> = {
  runbook: 'list',
  dynamic: 'path',
  recovery: 'restore',
  validation: 'check',
  incident: 'warn',
  release: 'upload',
  migration: 'right',
  network: 'map',
  security: 'key',
  people: 'people',
  schedule: 'clock',
  goal: 'flag',
}

/** The icon of a runbook type by its name; what cannot be drawn looks like any runbook. */
export function RunbookTypeIcon({ icon }: { readonly icon: string | null }) {
  return <Icon name={icons[icon ?? ''] ?? 'list'} size={14} />
}
