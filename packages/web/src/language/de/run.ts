import type { Words } from '../en/index.ts'

export const run: Words['run'] = {
  startDots: 'Lauf starten…',
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  cancelDots: 'Lauf abbrechen…',
  returnToPlanning: 'Zurück in die Planung',
  setRag: 'Status setzen…',
  editRunbook: 'Angaben ändern…',
  held: {
    paused: 'Der Lauf ist pausiert.',
    ended: 'Der Lauf ist zu Ende.',
    notStarted: 'Der Lauf hat nicht begonnen.',
  },
  keys: {
    openTask: 'Aufgabe öffnen',
    criticalPath: 'Kritischen Pfad hervorheben',
    taskPath: 'Pfad der Aufgabe hervorheben',
    float: 'Puffer zeigen',
    compactBand: 'Schmale Uhr',
    wallboard: 'Wandtafel',
    clear: 'Schließen, dann leeren',
    addAfter: 'Aufgabe danach anfügen',
    addTop: 'Aufgabe ganz oben anfügen',
    select: 'Auswählen',
    deleteTasks: 'Löschen…',
  },
}
