import type { Words } from '../en/index.ts'

export const signIn: Words['signIn'] = {
  title: 'Anmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  enter: 'Anmelden',
  noAnswer: 'Der Server hat nicht geantwortet. Nichts wurde geändert.',
  hint: 'Beim ersten Start zeigt der Server Adresse und Passwort des Eigentümers im Terminal.',
}
