import type { Words } from '../en/index.ts'

export const access: Words['access'] = {
  or: 'oder',
  onlyStart: (names) => `Das kann nur ${names} starten.`,
  onlyFinish: (names) => `Das kann nur ${names} beenden.`,
  couldDo: (names) => `${names} könnte es.`,
  canAdd: (names) => `${names} kann Sie hinzufügen.`,
}
