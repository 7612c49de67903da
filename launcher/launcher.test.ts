import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areInstalled } from './dependencies.mjs'
import { withInstallLock } from './install-lock.mjs'
import { buildWeb, isWebBuilt } from './web.mjs'

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'runsheet launcher ')))
})
afterEach(() => rm(folder, { recursive: true }))

/** A launch of a script of the test's own, as `start.mjs` launches the program. */
function launch(script: string, args: string[] = [], cwd = folder): ChildProcess & { output: () => string } {
  const module = new URL('./run.mjs', import.meta.url).href
  const launcher = `
    import { main, run } from ${JSON.stringify(module)}
    await main(() => run(process.execPath, '-e', [${JSON.stringify(script)}, ...process.argv.slice(1)]))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher, ...args], {
    cwd,
    env: { ...process.env, GREETING: 'hello' },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  return Object.assign(child, { output: () => output })
}

test('arguments, environment, current folder and input reach the program, its output and exit code come back', async () => {
  const child = launch(
    `process.stdin.on('data', (data) => {
      console.log(JSON.stringify([process.argv.slice(1), process.env.GREETING, process.cwd(), String(data)]))
      process.exit(7)
    })`,
    ['import', 'a file.csv'],
  )
  child.stdin?.end('from outside')
  expect(await once(child, 'close')).toEqual([7, null])
  expect(JSON.parse(child.output())).toEqual([['import', 'a file.csv'], 'hello', folder, 'from outside'])
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s is passed on, and the launch waits for the program',
  async (signal) => {
    const child = launch(`
    process.on('${signal}', () => setImmediate(() => { console.log('drained'); process.exit(3) }))
    setInterval(() => {}, 1000)
    console.log('up')`)
    await once(child.stdout ?? child, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([3, null])
    expect(child.output()).toBe('up\ndrained\n')
  },
)

test('a program that a signal ended gives 128 and the number of the signal', async () => {
  const child = launch(`process.kill(process.pid, 'SIGKILL')`)
  expect(await once(child, 'close')).toEqual([137, null])
})

test('a launch that died while it installed keeps nobody waiting, and nothing stays locked', async () => {
  const lock = join(folder, '.runtime', 'install-lock')
  await mkdir(lock, { recursive: true })
  // Our pid, but the start of another process: a pid that came round again.
  await writeFile(join(lock, `${process.pid}-0`), '')
  expect(await withInstallLock(folder, async () => 'installed')).toBe('installed')
  expect(await readdir(join(folder, '.runtime'))).toEqual([])
})

test('of many launches at once one works at a time', async () => {
  const module = new URL('./install-lock.mjs', import.meta.url).href
  const script = `
    import { mkdirSync, rmdirSync } from 'node:fs'
    import { withInstallLock } from ${JSON.stringify(module)}
    await withInstallLock(${JSON.stringify(folder)}, async () => {
      mkdirSync('alone')
      await new Promise(setImmediate)
      rmdirSync('alone')
    })`
  const launches = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, stdio: 'ignore' }),
  )
  const codes = await Promise.all(launches.map((child) => once(child, 'exit')))
  expect(codes).toEqual([
    [0, null],
    [0, null],
    [0, null],
    [0, null],
  ])
})

async function project(wanted: object, installed?: object): Promise<string> {
  await mkdir(join(folder, 'node_modules', 'pg'), { recursive: true })
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': { name: 'p' }, ...wanted } }),
  )
  const note = join(folder, 'node_modules', '.package-lock.json')
  if (installed) await writeFile(note, JSON.stringify({ packages: installed }))
  return folder
}

const pg = { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' } }

test.each([
  ['what npm installed by itself', pg, pg, true],
  ['nothing', pg, undefined, false],
  ['another version', pg, { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-b' } }, false],
  ['a package that the lockfile no longer has', {}, pg, false],
  ['too few packages', { ...pg, 'node_modules/pino': { version: '1.0.0' } }, pg, false],
  [
    'all but one that is for other platforms',
    { ...pg, 'node_modules/x': { version: '1.0.0', optional: true } },
    pg,
    true,
  ],
])('dependencies: %s', async (_, wanted, installed, answer) => {
  expect(await areInstalled(await project(wanted, installed), true)).toBe(answer)
})

test('dependencies: tools for development are asked for only where they are used', async () => {
  const dir = await project({ ...pg, 'node_modules/vitest': { version: '5.1.1', dev: true } }, pg)
  expect(await areInstalled(dir, false)).toBe(true)
  expect(await areInstalled(dir, true)).toBe(false)
})

test('dependencies: a package whose folder was deleted is missing', async () => {
  const dir = await project(pg, pg)
  await rm(join(dir, 'node_modules', 'pg'), { recursive: true })
  expect(await areInstalled(dir, false)).toBe(false)
})

/** A project whose Vite is a script of the test's own; it notes each of its calls. */
async function webProject(vite: string): Promise<void> {
  const files = {
    'package-lock.json': '{}',
    'packages/web/index.html': '<main></main>',
    'packages/web/src/main.tsx': 'export {}',
    'packages/web/src/main.test.tsx': 'a test',
    'packages/client/src/index.ts': 'export {}',
    'packages/contract/src/index.ts': 'export {}',
    'packages/domain/src/index.ts': 'export {}',
    'node_modules/vite/bin/vite.js': vite,
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

const vite = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  const outDir = process.argv[process.argv.indexOf('--outDir') + 1]
  mkdirSync(outDir + '/assets', { recursive: true })
  writeFileSync(outDir + '/index.html', process.env.NODE_ENV + ' ' + process.cwd())
  writeFileSync(outDir + '/assets/large.js', 'a'.repeat(2000))
  writeFileSync(outDir + '/assets/small.js', 'a'.repeat(1000))
  writeFileSync(outDir + '/assets/font.woff2', 'a'.repeat(2000))`

const dist = (...names: string[]) => join(folder, 'packages', 'web', 'dist', ...names)

test('web: it is built in its own folder, and text above 1 KiB is compressed', async () => {
  await webProject(vite)
  expect(await isWebBuilt(folder)).toBe(false)
  await buildWeb(folder, process.execPath)
  expect(await isWebBuilt(folder)).toBe(true)
  expect(await readFile(dist('index.html'), 'utf8')).toBe(`production ${join(folder, 'packages', 'web')}`)
  expect((await readdir(dist('assets'))).sort()).toEqual([
    'font.woff2',
    'large.js',
    'large.js.br',
    'large.js.gz',
    'small.js',
  ])
  expect(gunzipSync(await readFile(dist('assets', 'large.js.gz'))).toString()).toBe('a'.repeat(2000))
  expect(brotliDecompressSync(await readFile(dist('assets', 'large.js.br'))).toString()).toBe(
    'a'.repeat(2000),
  )
})

test.each([
  ['packages/web/src/main.tsx', false],
  ['packages/web/src/new.ts', false],
  ['packages/web/vite.config.ts', false],
  ['packages/client/src/index.ts', false],
  ['packages/contract/src/index.ts', false],
  ['packages/domain/src/index.ts', false],
  ['package-lock.json', false],
  ['packages/web/src/main.test.tsx', true],
  ['packages/core/src/core.ts', true],
  ['packages/web/dist/assets/large.js', true],
])('web: after a change of %s the build still fits: %s', async (path, stillFits) => {
  await webProject(vite)
  await buildWeb(folder, process.execPath)
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), 'changed')
  expect(await isWebBuilt(folder)).toBe(stillFits)
})

test('web: a build that fails tells what was wrong, and leaves the one that was there', async () => {
  await webProject(vite)
  await buildWeb(folder, process.execPath)
  await webProject(`console.log('transforming'); console.error('main.tsx: no such import'); process.exit(1)`)
  await writeFile(join(folder, 'packages', 'web', 'src', 'main.tsx'), 'import nothing')
  await expect(buildWeb(folder, process.execPath)).rejects.toThrow(
    /could not be built:\n.*\n?.*no such import/,
  )
  expect(await readdir(dist())).toContain('index.html')
  expect(await isWebBuilt(folder)).toBe(false)
})
