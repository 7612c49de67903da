import type { Words } from '../en/index.ts'

const tasks = (count: number) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`)

const SHOWN = 6

const listed = (ids: readonly string[]) =>
  ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} und ${ids.length - SHOWN} weiteren` : ids.join(', ')

export const people: Words['people'] = {
  title: 'Personen und Teams',
  open: 'Personen und Teams…',
  people: (count) => `Personen ${count}`,
  teams: (count) => `Teams ${count}`,
  missing: (count) => (count === 0 ? 'Wer fehlt' : `Wer fehlt ${count}`),
  add: 'Jemanden nach Name oder E-Mail-Adresse hinzufügen',
  addWhy: 'Wer eine Rolle im Arbeitsbereich hat, kann hinzugefügt werden, zunächst als Mitwirkender.',
  noneFound: 'Niemand heißt so.',
  roles: {
    runbook_admin: 'Verwalter',
    stream_editor: 'Bearbeiter von Strängen',
    participant: 'Mitwirkender',
  },
  roleOf: (name) => `Was ${name} hier ist`,
  streamsOf: (name) => `Stränge, die ${name} bearbeitet`,
  chooseStreams: 'Stränge wählen',
  edits: (streams) => `Bearbeitet ${streams}`,
  status: { invited: 'war noch nie angemeldet', archived: 'archiviert' },
  tasks,
  remove: 'Entfernen',
  removePerson: (name) => `${name} entfernen`,
  removeSure: (name, count, alone) =>
    count === 0
      ? `${name} hat hier keine offene Aufgabe.`
      : alone.length === 0
        ? `${name} verlässt ${tasks(count)}; alle haben noch jemanden.`
        : `${name} verlässt ${tasks(count)}. Niemand bleibt an ${listed(alone)}.`,
  noTeams: 'Dieses Runbook hat keine Teams.',
  linked: 'zentrales Team',
  addTeam: 'Team hinzufügen',
  teamKind: 'Welches Team',
  ownTeam: 'Eines dieses Runbooks',
  teamName: 'Name',
  members: 'Mitglieder',
  chooseMembers: 'Wer eine Rolle im Arbeitsbereich hat',
  linkedWhy: 'Name und Mitglieder sind die des zentralen Teams und folgen ihm.',
  change: 'Ändern',
  changeTeam: (name) => `${name} ändern`,
  unlink: 'Lösen',
  unlinkTeam: (name) => `${name} lösen`,
  unlinkSure: (name) => `${name} behält die Mitglieder und folgt dem zentralen Team nicht mehr.`,
  nobodyIn: 'Niemand ist darin.',
  nobodyMissing: 'Jede offene Aufgabe hat jemanden.',
  ownerless: (count) => (count === 1 ? '1 Aufgabe ohne Zuständige' : `${count} Aufgaben ohne Zuständige`),
  emptyTeam: (name) => `In ${name} ist niemand`,
  neverHere: (name) => `${name} war noch nie angemeldet`,
  gone: (name) => `${name} ist archiviert`,
}
