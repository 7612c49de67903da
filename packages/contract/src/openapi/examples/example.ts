import type { AttributesOf, Identifier, Resource } from '../../resource.ts'

/** A write by hand: what a caller might send. */
export interface ExampleWrite {
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly relationships?: Readonly<Record<string, Identifier | null | readonly Identifier[]>>
}

/** One resource of the example instance, from which requests and answers are composed. */
export interface Example<R extends Resource = Resource> {
  readonly id: string
  /** Where its `links.self` points; types that have no endpoint of their own have none. */
  readonly self?: string
  readonly attributes: AttributesOf<R>
  readonly relationships: {
    readonly [K in keyof R['relationships']]: Identifier | null | readonly Identifier[]
  }
  /** Relationships to one resource that come without a link to it; the others have one where it has an address. */
  readonly unlinked?: readonly (keyof R['relationships'])[]
  readonly meta?: Readonly<Record<string, unknown>>
  readonly create?: ExampleWrite
  readonly update?: ExampleWrite
}

/** Fixes the type of an example to its resource, so that a forgotten member does not compile. */
export function exampleOf<R extends Resource>(_resource: R, example: Example<R>): Example<R> {
  return example
}

export const at = (type: string, id: string): Identifier => ({ type, id })

/** The resources that everything in the examples hangs together with. */
export const ids = {
  workspace: at('workspace', '7'),
  folder: at('folder', '21'),
  runbook: at('runbook', '90'),
  runbookType: at('runbook_type', '1'),
  version: at('runbook_version', '131'),
  run: at('run', '44'),
  stream: at('stream', '12'),
  task: at('task', '17'),
  taskType: at('task_type', '1'),
  mira: at('user', '8'),
  jonas: at('user', '9'),
  team: at('runbook_team', '31'),
}
