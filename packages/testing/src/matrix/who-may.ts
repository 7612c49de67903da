import { readFileSync } from 'node:fs'

/** Whom a column of the table is about, in the order of the columns. */
export const columns = [
  'owner',
  'global_user_admin',
  'global_stakeholder',
  'sso_admin',
  'developer',
  'workspace_manager',
  'workspace_runbook_creator',
  'workspace_stakeholder',
  'workspace_member',
  'centralised_team_manager',
  'workspace_integrations_admin',
  'folder_manager',
  'folder_runbook_creator',
  'folder_stakeholder',
  'runbook_admin',
  'stream_editor',
  'assignee',
  'runbook_team_member',
  'integrations_admin',
  'custom_fields_admin',
  'custom_field_data_manager',
] as const
export type Column = (typeof columns)[number]

/** May; sees and may not; the same, although it may be done to other things; does not see. */
export type Verdict = '+' | 'x' | 'o' | '.'

/** The table that was written by hand: the verdict for each column, by the name of the endpoint. */
export function readWhoMay(): ReadonlyMap<string, ReadonlyMap<Column, Verdict>> {
  const text = readFileSync(new URL('./who-may.txt', import.meta.url), 'utf8')
  const rows = text.split('\n').flatMap((line) => {
    const [, name = '', cells = ''] = /^ {2}(\w+) +([+xo.| ]+)$/.exec(line) ?? []
    if (name === '') return []
    const verdicts = cells.replaceAll(/[| ]/g, '').split('') as Verdict[]
    if (verdicts.length !== columns.length)
      throw new Error(`${name} has ${verdicts.length} verdicts for ${columns.length} columns`)
    return [[name, new Map(columns.map((column, at) => [column, verdicts[at] as Verdict]))] as const]
  })
  return new Map(rows)
}
