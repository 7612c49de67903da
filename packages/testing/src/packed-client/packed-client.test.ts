import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../server/index.ts'
import { type BusyProxy, openBusyProxy } from './busy-proxy.ts'

const run = promisify(execFile)
const rootFolder = fileURLToPath(new URL('../../../..', import.meta.url))
const packageFolder = join(rootFolder, 'packages', 'client')

/** npm and the compiler are programs of their own, and slow on a busy machine. */
const PATIENCE_MS = 120_000

let server: TestServer
let proxy: BusyProxy
/** A project of somebody else: nothing in it but what it installed. */
let project: string

beforeAll(async () => {
  server = await startTestServer()
  proxy = await openBusyProxy(server.url)
  for (const key of ['east', 'north', 'west'])
    await server.send('POST', '/core/workspaces', {
      data: { type: 'workspace', attributes: { name: key, key } },
    })
  project = await mkdtemp(join(tmpdir(), 'runsheet-client-'))
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await npm(packageFolder, 'pack', '--pack-destination', project)
  const [file = ''] = (await readdir(project)).filter((name) => name.endsWith('.tgz'))
  await npm(project, 'install', '--offline', `./${file}`)
}, PATIENCE_MS)

afterAll(async () => {
  await proxy.close()
  await server.close()
  await rm(project, { recursive: true })
})

/** Runs npm as a person would, whatever started these tests. */
async function npm(cwd: string, ...args: string[]): Promise<void> {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: { ...Object.fromEntries(own), PATH: path },
  })
}

const installed = (...path: string[]) => join(project, 'node_modules', '@runsheet', 'client', ...path)

/** Compiles a source of the project as strictly as TypeScript can, the types of the client included. */
async function compile(source: string): Promise<string> {
  const folder = join(project, source)
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['es2022', 'dom'],
        module: 'nodenext',
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        rootDir: '.',
        outDir: 'out',
      },
      include: ['*.ts'],
    }),
  )
  const tsc = join(rootFolder, 'node_modules', '.bin', 'tsc')
  await run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => {
    throw new Error(error.stdout)
  })
  return join(folder, 'out', `${source}.js`)
}

describe('the packed client', { timeout: PATIENCE_MS }, () => {
  test('is compiled JavaScript with types, README and license, and depends on nothing', async () => {
    const manifest = JSON.parse(await readFile(installed('package.json'), 'utf8')) as Record<string, unknown>
    const { version } = JSON.parse(await readFile(join(rootFolder, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('private')
    expect(manifest).toMatchObject({ name: '@runsheet/client', version, license: 'Apache-2.0' })
    expect(await readdir(join(project, 'node_modules', '@runsheet'))).toEqual(['client'])

    const files = await readdir(installed(), { recursive: true, withFileTypes: true })
    const names = files.filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(names.filter((name) => !/\.(?:js|d\.ts)$/.test(name)).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'package.json',
    ])
    expect(await readFile(installed('LICENSE'))).toEqual(await readFile(join(rootFolder, 'LICENSE')))
  })

  test('imports nothing but itself', async () => {
    const files = await readdir(installed('dist'), { recursive: true, withFileTypes: true })
    const code = files.filter((entry) => /\.(?:js|d\.ts)$/.test(entry.name))
    const texts = await Promise.all(
      code.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    )
    const imported = texts.flatMap((text) => [...text.matchAll(/(?:from|import\()\s*['"]([^'"]+)/g)])
    expect(imported.map(([, name]) => name ?? '').filter((name) => !name.startsWith('.'))).toEqual([])
  })

  test('plans, starts and watches, and meets a busy server and a lost answer without harm', async () => {
    await mkdir(join(project, 'consumer'))
    const source = fileURLToPath(new URL('consumer.ts', import.meta.url))
    await copyFile(source, join(project, 'consumer', 'consumer.ts'))
    const consumer = await compile('consumer')
    const main = join(project, 'main.mjs')
    const imports = `import { use } from ${JSON.stringify(consumer)}`
    await writeFile(main, `${imports}\nconsole.log(JSON.stringify(await use(...process.argv.slice(2))))\n`)

    proxy.refuse('GET /core/workspaces', 429)
    proxy.refuse('POST /core/runbooks', 503)
    proxy.loseAnswer('PATCH /core/runbooks/1/start')
    const { stdout } = await run(process.execPath, [main, proxy.url, server.token])

    expect(JSON.parse(stdout)).toEqual({
      workspaces: 3,
      runbooks: 1,
      tasks: ['Stop', 'Promote'],
      events: expect.arrayContaining(['ready', 'run.started']) as unknown,
      missed: 'task.started',
      startedBy: 'user',
      refusal: 'task_not_startable',
    })
    expect(proxy.met).toEqual([
      '429 GET /core/workspaces',
      '503 POST /core/runbooks',
      'lost PATCH /core/runbooks/1/start',
    ])
    const { document } = await server.send('GET', '/core/runbooks/1/runs')
    expect(document['data']).toHaveLength(1)
  })

  test('does what its README says', async () => {
    const readme = await readFile(installed('README.md'), 'utf8')
    const pieces = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, piece]) => piece ?? '')
    expect(pieces.length).toBeGreaterThan(6)
    const program = pieces
      .join('\n')
      .replace('http://127.0.0.1:8080', server.url)
      .replace('your-token', server.token)
    await mkdir(join(project, 'readme'))
    await writeFile(join(project, 'readme', 'readme.ts'), program)

    const { stdout } = await run(process.execPath, [await compile('readme')])
    for (const said of ['Signed in as ', 'east', 'run.started', 'Not yet: ', 'Renew 2'])
      expect(stdout).toContain(said)
  })
})
