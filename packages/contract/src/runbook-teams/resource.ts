import { defineResource, readOnly, toMany, toOne } from '../resource.ts'
import { Flag, Name } from '../schema/scalars.ts'

export const runbookTeam = defineResource({
  type: 'runbook_team',
  summary: 'A team inside one runbook; `meta.users_count` is the number of its members',
  attributes: { name: readOnly(Name), linked: readOnly(Flag) },
  relationships: { team: toOne('team'), runbook: toOne('runbook'), users: toMany('user') },
})
