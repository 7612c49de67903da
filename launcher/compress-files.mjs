import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Types that are not compressed in themselves. The page is not among them: it is another in every answer. */
const TEXT = /\.(?:css|js|json|map|svg|txt|wasm|webmanifest)$/
const BYTES_ABOVE = 1024

const brotli = promisify(brotliCompress)
const zipped = promisify(gzip)

/**
 * Writes `<file>.br` and `<file>.gz` beside every file of text above 1 KiB, as the api serves them.
 *
 * @param {string} folder
 */
export async function compressFiles(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!TEXT.test(name) || !(await stat(path)).isFile()) continue
    const body = await readFile(path)
    if (body.length <= BYTES_ABOVE) continue
    const [br, gz] = await Promise.all([
      brotli(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
      zipped(body, { level: 9 }),
    ])
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
  }
}
