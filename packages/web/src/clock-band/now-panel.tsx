export function NowPanel() {
  return null
}
