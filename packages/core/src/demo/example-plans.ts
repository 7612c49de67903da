import { readFile } from 'node:fs/promises'

const examples = new URL('../../../../examples/', import.meta.url)

/** A plan of the project's `examples` folder, as CSV. */
export function readExample(name: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(new URL(name, examples))
}

/** The small plan whose rehearsal the example workspace shows. */
export function readRehearsalPlan(): Promise<Buffer<ArrayBuffer>> {
  return readFile(new URL('./gateway-certificates.csv', import.meta.url))
}
