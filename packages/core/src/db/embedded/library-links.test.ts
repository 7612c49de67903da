import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLibraryLinks } from './library-links.ts'

let packageDir: string
beforeEach(async () => {
  packageDir = await mkdtemp(join(tmpdir(), 'runsheet-links-'))
  await mkdir(join(packageDir, 'native', 'lib'), { recursive: true })
  await writeFile(join(packageDir, 'native', 'lib', 'libpq.so.5.18'), '')
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }))
  await writeFile(join(packageDir, 'native', 'pg-symlinks.json'), JSON.stringify(links))
})
afterEach(() => rm(packageDir, { recursive: true }))

test('links that the install script did not make are made, by several processes at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => makeLibraryLinks(packageDir)))
  expect(await readlink(join(packageDir, 'native/lib/libpq.so'))).toBe('libpq.so.5.18')
  expect(await readlink(join(packageDir, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

test('a link that cannot be made is named', async () => {
  // A target in a folder that is none stands for a folder that cannot be written to, which does not exist for root.
  const links = [{ source: 'native/pg-symlinks.json', target: 'native/pg-symlinks.json/libpq.so' }]
  await writeFile(join(packageDir, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  await expect(makeLibraryLinks(packageDir)).rejects.toThrow(
    /libpq\.so is missing and cannot be made \(ENOTDIR\)/,
  )
})
