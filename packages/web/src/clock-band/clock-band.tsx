export function ClockBand() {
  return null
}
