import { defineResource, toMany, toOne, writable } from '../resource.ts'
import { Flag, Name } from '../schema/scalars.ts'

export const runbookTeam = defineResource({
  type: 'runbook_team',
  summary: 'A team inside one runbook; `meta.users_count` is the number of its members',
  attributes: {
    name: writable(Name, {
      note: 'Needed where no central team is named. That of the central team, while linked.',
    }),
    linked: writable(Flag, {
      note: 'Name and members are those of the central team, and change with it. `false` in a write that names a `team` copies them once.',
    }),
  },
  relationships: {
    team: toOne('team', 'write', { note: 'The central team; none unless linked.' }),
    runbook: toOne('runbook'),
    users: toMany('user', 'write', {
      note: 'All members: a write replaces them. Those of the central team, while linked.',
    }),
  },
})
