const SHOWN = 6

/** Numbers of tasks; of many the first ones. */
const listed = (ids: readonly string[]) =>
  ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more` : ids.join(', ')

export const people = {
  title: 'People and teams',
  open: 'People and teams…',
  people: (count: number) => `People ${count}`,
  teams: (count: number) => `Teams ${count}`,
  missing: (count: number) => (count === 0 ? 'Missing' : `Missing ${count}`),
  add: 'Add somebody by name or e-mail address',
  addWhy: 'Whoever has a role in the workspace can be added, at first as participant.',
  noneFound: 'Nobody is called so.',
  roles: {
    runbook_admin: 'Administrator',
    stream_editor: 'Editor of streams',
    participant: 'Participant',
  },
  roleOf: (name: string) => `What ${name} is here`,
  streamsOf: (name: string) => `Streams that ${name} edits`,
  chooseStreams: 'Choose streams',
  edits: (streams: string) => `Edits ${streams}`,
  status: { invited: 'has never signed in', archived: 'archived' },
  tasks: (count: number) => (count === 1 ? '1 task' : `${count} tasks`),
  remove: 'Remove',
  removePerson: (name: string) => `Remove ${name}`,
  removeSure: (name: string, count: number, alone: readonly string[]) =>
    count === 0
      ? `${name} has no open task here.`
      : alone.length === 0
        ? `${name} leaves ${count === 1 ? '1 task' : `${count} tasks`}; all have somebody else.`
        : `${name} leaves ${count === 1 ? '1 task' : `${count} tasks`}. Nobody is left on ${listed(alone)}.`,
  noTeams: 'This runbook has no teams.',
  linked: 'central team',
  addTeam: 'Add a team',
  teamKind: 'Which team',
  ownTeam: 'One of this runbook',
  teamName: 'Name',
  members: 'Members',
  chooseMembers: 'Whoever has a role in the workspace',
  linkedWhy: 'Name and members are those of the central team, and follow it.',
  change: 'Change',
  changeTeam: (name: string) => `Change ${name}`,
  unlink: 'Unlink',
  unlinkTeam: (name: string) => `Unlink ${name}`,
  unlinkSure: (name: string) => `${name} keeps its members, and follows the central team no more.`,
  nobodyIn: 'Nobody is in it.',
  nobodyMissing: 'Every open task has somebody.',
  ownerless: (count: number) => (count === 1 ? '1 task without an owner' : `${count} tasks without an owner`),
  emptyTeam: (name: string) => `${name} has nobody in it`,
  neverHere: (name: string) => `${name} has never signed in`,
  gone: (name: string) => `${name} is archived`,
}
