import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** Share of the pixels that may differ: edges of letters are drawn a little differently from machine to machine. */
const DIFFERENCE_AT_MOST = 0.01

/**
 * Holds a picture against the one that is kept. Where none is kept, or `RUNSHEET_NEW_PICTURES` is set, the picture is
 * kept.
 *
 * @param path of the kept picture; the one that differs is written beside it as `….actual.png`
 * @returns what differs, or undefined when they are the same
 */
export async function comparePicture(picture: Buffer, path: string): Promise<string | undefined> {
  if (!existsSync(path) || process.env['RUNSHEET_NEW_PICTURES']) {
    if (process.env['CI']) return `${path} is not kept`
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, picture)
    return undefined
  }
  const kept = PNG.sync.read(await readFile(path))
  const { data, width, height } = PNG.sync.read(picture)
  if (width !== kept.width || height !== kept.height)
    return `${path} is ${kept.width} × ${kept.height}, the picture ${width} × ${height}`
  const different = pixelmatch(data, kept.data, undefined, width, height, { threshold: 0.2 })
  const share = different / (width * height)
  if (share <= DIFFERENCE_AT_MOST) return undefined
  await writeFile(path.replace('.png', '.actual.png'), picture)
  return `${path} differs in ${(share * 100).toFixed(1)} % of its pixels`
}
