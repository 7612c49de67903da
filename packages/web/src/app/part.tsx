import { type ComponentType, type FunctionComponent, use } from 'react'

/** The code of a part of the page could not be fetched. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing'
}

/** Fetch one part each, and tell whether it is there. */
const ahead: (() => Promise<boolean>)[] = []

/** A component whose code is fetched when it is first shown, or before. */
export type Part<P> = FunctionComponent<P> & {
  /** Fetches it; where that fails nothing happens until it is shown. */
  readonly preload: () => Promise<void>
}

/**
 * A component that is a chunk of its own. Until it is there it suspends; it throws `PartMissing` when it cannot be had,
 * for a `PartBoundary` to say so.
 * @param when `ahead` for what somebody needs who loses the line: `loadAhead` fetches it
 */
export function part<P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: 'ahead' | 'asked' = 'asked',
): Part<P> {
  let here: ComponentType<P> | undefined
  let coming: Promise<ComponentType<P>> | undefined
  const come = async () => {
    try {
      here = await load()
      return here
    } catch (cause) {
      throw new PartMissing('A part of the page could not be fetched.', { cause })
    }
  }
  const fetchAhead = async () => {
    coming ??= come()
    try {
      await coming
      return true
    } catch {
      return false
    }
  }
  function Loaded(props: P) {
    coming ??= come()
    const Here = here ?? use(coming)
    return <Here {...props} />
  }
  if (when === 'ahead') ahead.push(fetchAhead)
  return Object.assign(Loaded, {
    preload: async () => {
      await fetchAhead()
    },
  })
}

/**
 * Fetches, one after the other, all parts that are wanted ahead. Stops at the first that cannot be had: a browser may
 * keep in mind that a module failed, and never ask for it again.
 */
export async function loadAhead(): Promise<void> {
  for (const fetchOne of ahead) if (!(await fetchOne())) return
}
