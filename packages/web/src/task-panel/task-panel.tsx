export function TaskPanel(_props: { taskId: number }) {
  return null
}
