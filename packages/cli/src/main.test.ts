import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { receiveMail } from '@runsheet/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const TOKEN = 'c'.repeat(48)

let folder: string
let dataDir: string
let programs: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runsheet-cli-'))
  dataDir = join(folder, 'data')
  programs = []
})

afterEach(async () => {
  for (const program of programs) {
    if (program.exitCode !== null || program.signalCode !== null) continue
    program.kill('SIGTERM')
    await once(program, 'exit')
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

interface Program {
  readonly child: ChildProcess
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
}

function start(...args: string[]): Program {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, RUNSHEET_ADMIN_TOKEN: TOKEN, RUNSHEET_TOKEN: TOKEN }
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  programs.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  return { child, said, ended }
}

async function done(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { said, ended } = start(...args)
  return { code: await ended, ...said }
}

/** The address, once the server says that it is ready. */
async function ready({ child, said, ended }: Program): Promise<string> {
  const gone = ended.then((code) => {
    throw new Error(`ended with ${code}: ${said.out}${said.err}`)
  })
  for (;;) {
    const url = /Address {3}(\S+)[^]*Ctrl-C/.exec(said.out)?.[1]
    if (url !== undefined) {
      gone.catch(() => undefined)
      return url
    }
    await Promise.race([once(child.stdout!, 'data'), gone])
  }
}

const serve = (...args: string[]) => start('serve', '--data-dir', dataDir, '--port', '0', ...args)

async function get(
  url: string,
): Promise<{ status: number; data: { id: string; attributes: Record<string, unknown> }[] }> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })
  const { data = [] } = (await answer.json()) as { data?: [] }
  return { status: answer.status, data }
}

test('what is wrongly called ends with 2, and nothing is started', async () => {
  expect(await done('--data-dir', dataDir, '--prot', '1')).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining('There is no flag --prot. Did you mean --port?') as string,
  })
  expect(await done('api')).toMatchObject({ code: 2, err: expect.stringContaining('--core-url') as string })
  expect(existsSync(dataDir)).toBe(false)
})

test('a first start shows the example, outlives kill -9, and stops on SIGTERM', async () => {
  const first = serve()
  const url = await ready(first)
  expect(first.said.out).toContain('Example workspace: loaded')
  expect(first.said.out).toMatch(/Password {2}\S{20} {2}\(shown only now\)/)

  const { data } = await get(`${url}/core/runbooks?sort=created_at`)
  const told = data.map(({ attributes: { name, stage, is_template, tasks_count } }) => [
    name,
    stage,
    is_template,
    tasks_count,
  ])
  expect(told).toEqual([
    ['Payment platform: failover from data centre A to B', 'planning', false, 73],
    ['PostgreSQL major upgrade by logical replication', 'planning', true, 35],
    ['Payment gateway: new TLS certificates', 'complete', false, 12],
    ['Core banking: migration weekend', 'planning', false, 316],
  ])
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/docs`)).status).toBe(200)
  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)

  const second = await done('serve', '--data-dir', dataDir, '--port', '0')
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining(`pid ${first.child.pid}`) as string })

  first.child.kill('SIGKILL')
  await first.ended
  const again = serve()
  const after = await ready(again)
  expect(again.said.out).not.toContain('shown only now')
  expect((await get(`${after}/core/runbooks`)).data).toHaveLength(4)

  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
  expect(existsSync(join(dataDir, 'runsheet.lock'))).toBe(false)
})

test('commands work beside a running server, and an import is refused with line and column', async () => {
  const url = await ready(serve('--demo', 'off'))
  const made = await done('token', '--data-dir', dataDir, '--json')
  expect(JSON.parse(made.out)).toMatchObject({
    email: 'admin@example.com',
    token: expect.stringMatching(/^[0-9a-f]{48}$/) as string,
  })
  expect((await get(`${url}/core/runbooks`)).data).toEqual([])
  const invited = await done(
    'invite',
    'admin@example.com',
    '--data-dir',
    dataDir,
    '--public-url',
    url,
    '--json',
  )
  expect((JSON.parse(invited.out) as { link: string }).link).toMatch(/\/invitation#[0-9a-f]{48}$/)
  expect(await done('invite', 'nobody@example.com', '--data-dir', dataDir)).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      'There is nobody with the e-mail nobody@example.com who could sign in.',
    ) as string,
  })

  const post = async (path: string, data: unknown) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify({ data }) })
    return ((await answer.json()) as { data: { id: string } }).data.id
  }
  const workspace = await post('/core/workspaces', { type: 'workspace', attributes: { name: 'W', key: 'w' } })
  const relationships = { workspace: { data: { type: 'workspace', id: workspace } } }
  const runbook = await post('/core/runbooks', { type: 'runbook', attributes: { name: 'R' }, relationships })

  const plan = join(folder, 'plan.csv')
  await writeFile(plan, 'Task ID,Title,Planned Duration\n1,First,5m\n2,Second,nonsense\n')
  const call = ['--runbook', runbook, '--url', url]
  expect(await done('import', plan, ...call)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^runsheet: line 3, column Planned Duration: /) as string,
  })
  await writeFile(plan, 'Task ID,Title,Planned Duration\n1,First,5m\n2,Second,10m\n')
  expect(await done('import', plan, ...call)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Created: 2 tasks') as string,
  })
  const exported = await done('export', ...call)
  expect(exported.out.split('\n')[1]).toMatch(/^1,First,/)

  const file = join(folder, 'all.backup')
  expect(await done('backup', file, '--data-dir', dataDir)).toMatchObject({ code: 0 })
  const other = join(folder, 'other')
  expect(await done('restore', file, '--data-dir', other)).toMatchObject({ code: 0 })
  expect(await done('audit', 'verify', '--data-dir', other)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Chains: .*, broken: 0\nAnchors: 0, broken: 0$/m) as string,
  })
  expect((await readFile(file)).byteLength).toBeGreaterThan(0)

  const anchors = join(dataDir, 'anchors')
  const key = (await readFile(join(dataDir, 'secret.key'), 'utf8')).trim()
  const brought = ['audit', 'verify', '--data-dir', other, '--anchors', anchors, '--secret-key', key]
  expect(await done(...brought)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Anchors: 1, broken: 0') as string,
  })
})

test('a start anchors the log, and an anchor that was changed is named', async () => {
  const server = serve('--demo', 'off')
  await ready(server)
  const [name = ''] = await readdir(join(dataDir, 'anchors'))
  expect(name).toMatch(/^\d{4}-\d\d-\d\d\.json$/)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)

  const verify = () => done('audit', 'verify', '--data-dir', dataDir)
  expect(await verify()).toMatchObject({
    code: 0,
    out: expect.stringContaining('Anchors: 1, broken: 0') as string,
  })
  const anchor = join(dataDir, 'anchors', name)
  await writeFile(anchor, (await readFile(anchor, 'utf8')).replace('"seq":', '"seq":1'))
  expect(await verify()).toMatchObject({
    code: 1,
    out: expect.stringContaining('Anchors: 1, broken: 1') as string,
    err: `runsheet: Anchor ${name}: its signature does not hold: it was changed, or signed with another key.\n`,
  })
  await rm(join(dataDir, 'secret.key'))
  expect(await verify()).toMatchObject({
    code: 1,
    err: expect.stringContaining('secret.key holds no key') as string,
  })
  expect(existsSync(join(dataDir, 'secret.key'))).toBe(false)
})

test('mail needs the public address, and what waits for it goes out by itself, if need be after a restart', async () => {
  const receiver = await receiveMail()
  try {
    const mail = ['--smtp-url', receiver.url]
    expect(await done('serve', '--data-dir', dataDir, ...mail)).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs RUNSHEET_PUBLIC_URL') as string,
    })
    expect(existsSync(dataDir)).toBe(false)

    receiver.refuse(true)
    const sends = ['--demo', 'off', ...mail, '--public-url', 'https://runs.example.com']
    const first = serve(...sends)
    await ready(first)
    // The address that is shown is the public one.
    const [, url] = /(http:\S+)\/core\/runbooks/.exec(first.said.out) ?? []
    const data = { type: 'password_reset', attributes: { email: 'admin@example.com' } }
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ data })
    const answer = await fetch(`${url}/core/password_resets`, { method: 'POST', headers, body })
    expect(answer.status).toBe(204)
    await vi.waitUntil(() => receiver.refused > 0, { timeout: 20_000 })
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    receiver.refuse(false)
    await ready(serve(...sends))
    await vi.waitUntil(() => receiver.mails.length > 0, { timeout: 20_000 })
    const [sent] = receiver.mails
    expect(sent?.to).toEqual(['admin@example.com'])
    expect(sent?.from).toBe('runsheet@runs.example.com')
    expect(sent?.text).toMatch(/^https:\/\/runs\.example\.com\/reset-password#[0-9a-f]{48}$/m)
  } finally {
    await receiver.close()
  }
})

test('a port that is taken is named, and the database is stopped', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  try {
    const { code, err } = await done('serve', '--data-dir', dataDir, '--port', String(port), '--demo', 'off')
    expect(code).toBe(1)
    expect(err).toContain(`Cannot listen on 127.0.0.1, port ${port}: another program listens there.`)
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  } finally {
    taken.close()
  }
})

test('a command on a folder without a database says so, and makes none', async () => {
  expect(await done('token', '--data-dir', dataDir)).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no database in') as string,
  })
  expect(existsSync(dataDir)).toBe(false)
})
