/** A key made of a name: `Cards & Payments` becomes `cards-payments`. Letters without their accents, 64 at most. */
export function keyOf(name: string): string {
  const letters = name.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return letters
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '')
}
