export const comments = {
  edited: 'edited',
  moreAbout: (author: string) => `More about the comment of ${author}`,
  feature: 'Feature',
  unfeature: 'Feature no longer',
  edit: 'Edit',
  editLabel: 'Edit the comment',
  delete: 'Delete…',
  deleteSure: 'Delete this comment? The history keeps what it said.',
  deleteNow: 'Delete',
  keep: 'Keep it',
  locked: 'While the run is under way, words stay as they are.',
}
