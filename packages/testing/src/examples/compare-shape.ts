const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)

/**
 * Compares what a document consists of: its members, and of what kind their values are. Which values they are is free, and
 * whether there is one; of lists the first entries are compared, where both have some.
 *
 * @returns one line for each difference, with its place
 */
export function compareShape(answered: unknown, example: unknown, at = ''): string[] {
  const [kind, wanted] = [kindOf(answered), kindOf(example)]
  if (kind === 'null' || wanted === 'null') return []
  if (kind !== wanted) return [`${at} is ${kind}, and ${wanted} in the example`]
  if (kind === 'list') {
    const [one, other] = [answered, example] as readonly (readonly unknown[])[]
    return one?.length && other?.length ? compareShape(one[0], other[0], `${at}/0`) : []
  }
  if (kind !== 'object') return []
  const [own, shown] = [answered, example] as readonly Readonly<Record<string, unknown>>[]
  const names = new Set([...Object.keys(own ?? {}), ...Object.keys(shown ?? {})])
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(own ?? {}, name)) return [`${at}/${name} is only in the example`]
    if (!Object.hasOwn(shown ?? {}, name)) return [`${at}/${name} is not in the example`]
    return compareShape(own?.[name], shown?.[name], `${at}/${name}`)
  })
}
