export const streams = {
  title: 'Streams',
  all: 'All tasks',
  add: 'Add a stream',
  menuOf: (name: string) => `What can be done with ${name}`,
  edit: 'Rename, colour…',
  status: 'Status',
  addSub: 'Add a sub-stream',
  delete: 'Delete…',
  tasks: (count: number) => (count === 1 ? '1 task' : `${count} tasks`),
}
