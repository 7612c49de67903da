import type { Words } from '../en/index.ts'

export const streams: Words['streams'] = {
  title: 'Stränge',
  all: 'Alle Aufgaben',
  add: 'Strang hinzufügen',
  menuOf: (name) => `Was mit ${name} getan werden kann`,
  edit: 'Name, Farbe…',
  status: 'Status',
  addSub: 'Unterstrang hinzufügen',
  delete: 'Löschen…',
  tasks: (count) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`),
}
