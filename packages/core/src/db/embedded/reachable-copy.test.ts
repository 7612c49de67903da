import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyForOtherUsers } from './reachable-copy.ts'

let root: string
let source: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'runsheet-copy-'))
  source = join(root, 'source')
  await mkdir(join(source, 'bin'), { recursive: true, mode: 0o700 })
  await mkdir(join(source, 'lib', 'pkgconfig'), { recursive: true })
  await writeFile(join(source, 'bin', 'postgres'), 'program', { mode: 0o700 })
  await writeFile(join(source, 'lib', 'libpq.so.5'), 'library', { mode: 0o600 })
  await writeFile(join(source, 'lib', 'libpq.a'), 'static')
  await symlink('libpq.so.5', join(source, 'lib', 'libpq.so'))
})
afterEach(() => rm(root, { recursive: true }))

const works = async () => true
const copyTo = (...places: string[]) => copyForOtherUsers(source, 'postgres-18', works, places)

test('the copy can be read and run by everybody, and holds only what a server needs', async () => {
  const copy = await copyTo(join(root, 'place'))
  expect((await stat(copy)).mode & 0o777).toBe(0o755)
  expect((await stat(join(copy, 'bin', 'postgres'))).mode & 0o777).toBe(0o755)
  expect((await stat(join(copy, 'lib', 'libpq.so.5'))).mode & 0o777).toBe(0o644)
  expect((await readdir(join(copy, 'lib'))).sort()).toEqual(['libpq.so', 'libpq.so.5'])
})

test('a whole copy is used again, one with a missing file is made anew', async () => {
  const copy = await copyTo(join(root, 'place'))
  const { ino } = await stat(copy)
  await copyTo(join(root, 'place'))
  expect((await stat(copy)).ino).toBe(ino)

  await rm(join(copy, 'lib', 'libpq.so.5'))
  await copyTo(join(root, 'place'))
  expect(await readFile(join(copy, 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
  expect(await readdir(join(root, 'place'))).toEqual(['postgres-18'])
})

test('several may copy at once', async () => {
  const copies = await Promise.all(Array.from({ length: 5 }, () => copyTo(join(root, 'place'))))
  expect(new Set(copies).size).toBe(1)
  expect(await readdir(join(root, 'place'))).toEqual(['postgres-18'])
})

test('a place that others can write to is not trusted, the next one is taken', async () => {
  await mkdir(join(root, 'open'))
  await chmod(join(root, 'open'), 0o777)
  expect(await copyTo(join(root, 'open'), join(root, 'place'))).toBe(join(root, 'place', 'postgres-18'))
})

test('where no place serves, each is named with its reason', async () => {
  const places = [join(root, 'one'), join(root, 'two')]
  await expect(copyForOtherUsers(source, 'postgres-18', async () => false, places)).rejects.toThrow(
    /one \(programs there cannot be run\); .*two \(programs there cannot be run\)\. Start as an ordinary user, or set DATABASE_URL/,
  )
})
