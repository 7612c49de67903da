import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Id } from '@runsheet/contract'
import { expect, test } from 'vitest'
import { webFolder } from './open-browser.ts'

/** What every schema of the schema library has, and so every script that brings the library along. */
const MARK = '~kind'

test('no script of the web brings the schema library of the declarations', async () => {
  expect(Object.getOwnPropertyNames(Id)).toContain(MARK)
  const assets = join(webFolder, 'assets')
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  const marked: string[] = []
  for (const name of scripts)
    if ((await readFile(join(assets, name), 'utf8')).includes(MARK)) marked.push(name)
  expect(marked).toEqual([])
})
