import type { Words } from '../en/index.ts'

export const comments: Words['comments'] = {
  edited: 'bearbeitet',
  moreAbout: (author) => `Mehr zum Kommentar von ${author}`,
  feature: 'Hervorheben',
  unfeature: 'Nicht mehr hervorheben',
  edit: 'Bearbeiten',
  editLabel: 'Kommentar bearbeiten',
  delete: 'Löschen…',
  deleteSure: 'Diesen Kommentar löschen? Im Verlauf bleibt, was er sagte.',
  deleteNow: 'Löschen',
  keep: 'Behalten',
  locked: 'Solange der Lauf dauert, bleiben Worte, wie sie sind.',
}
