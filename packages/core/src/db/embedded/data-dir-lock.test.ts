import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataDir } from './data-dir-lock.ts'
import { processIdentity } from './process-identity.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'runsheet lock '))
})
afterEach(() => rm(dataDir, { recursive: true }))

const lockFile = () => join(dataDir, 'runsheet.lock')

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

test('a folder has one holder at a time, and a refusal names his pid', async () => {
  const lock = await lockDataDir(dataDir)
  await expect(lockDataDir(dataDir)).rejects.toThrow(`in use by the process with pid ${process.pid}`)
  await lock.release()
  await (await lockDataDir(dataDir)).release()
})

test('a lock leaves nothing behind', async () => {
  await (await lockDataDir(dataDir)).release()
  expect(await readdir(dataDir)).toEqual([])
})

test('the lock of a dead process is taken over', async () => {
  const pid = await deadPid()
  await writeFile(lockFile(), `${pid} long-ago\n`)
  await lockDataDir(dataDir)
  expect(await readFile(lockFile(), 'utf8')).toBe(`${process.pid} ${await processIdentity(process.pid)}\n`)
  expect(await readdir(dataDir)).toEqual(['runsheet.lock'])
})

test('a pid that belongs to another process by now does not keep anybody out', async () => {
  await writeFile(lockFile(), `${process.pid} another-start\n`)
  await lockDataDir(dataDir)
  await expect(access(lockFile())).resolves.toBeUndefined()
})

test('the succession to a dead holder, itself left by a dead process, is taken over', async () => {
  const pid = await deadPid()
  await writeFile(lockFile(), `${pid} long-ago\n`)
  await writeFile(`${lockFile()}.after-${pid}`, `${pid} long-ago\n`)
  await lockDataDir(dataDir)
  expect(await readdir(dataDir)).toEqual(['runsheet.lock'])
})

test('of many who find the lock of a dead process exactly one gets it', async () => {
  await writeFile(lockFile(), `${await deadPid()} long-ago\n`)
  const takers = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dataDir)))
  expect(takers.filter((taker) => taker.status === 'fulfilled')).toHaveLength(1)
})

test('a holder gives free only what is his', async () => {
  const lock = await lockDataDir(dataDir)
  await writeFile(lockFile(), '1 somebody-else\n')
  await lock.release()
  expect(await readFile(lockFile(), 'utf8')).toBe('1 somebody-else\n')
})
