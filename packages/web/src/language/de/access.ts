import type { Words } from '../en/index.ts'

export const access: Words['access'] = {
  or: 'oder',
  onlyStart: (names) => `Das kann nur ${names} starten.`,
  onlyFinish: (names) => `Das kann nur ${names} beenden.`,
  onlyRun: {
    planning: (names) => `Den Lauf kann nur ${names} starten.`,
    active: (names) => `Den Lauf kann nur ${names} anhalten oder abbrechen.`,
    paused: (names) => `Den Lauf kann nur ${names} fortsetzen oder abbrechen.`,
    complete: (names) => `In die Planung zurückholen kann das nur ${names}.`,
    canceled: (names) => `In die Planung zurückholen kann das nur ${names}.`,
  },
  canChangePeople: (names) => `Wer teilnimmt, kann nur ${names} ändern.`,
  couldDo: (names) => `${names} könnte es.`,
  canAdd: (names) => `${names} kann Sie hinzufügen.`,
}
