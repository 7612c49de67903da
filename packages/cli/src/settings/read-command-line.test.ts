import { expect, test } from 'vitest'
import { commands } from '../commands/commands.ts'
import { helpOf } from './help.ts'
import { readCommandLine } from './read-command-line.ts'
import { settings } from './settings.ts'

const read = (line: string, env: Readonly<Record<string, string>> = {}) =>
  readCommandLine(line === '' ? [] : line.split(' '), env, commands)

function asked(line: string, env: Readonly<Record<string, string>> = {}) {
  const request = read(line, env)
  if (request.kind !== 'run') throw new Error(JSON.stringify(request))
  return { name: request.command.name, ...request.call }
}

function problems(line: string, env: Readonly<Record<string, string>> = {}) {
  const request = read(line, env)
  return request.kind === 'wrong' ? request.problems : []
}

test('without a word everything is served, with the documented defaults', () => {
  const { name, settings } = asked('')
  expect(name).toBe('serve')
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    dataDir: './data',
    databaseUrl: undefined,
    adminEmail: 'admin@example.com',
    demo: true,
    rateLimit: { requests: 600, seconds: 60 },
    addressLimit: { requests: 120, seconds: 60 },
    basePath: '/',
    coreTimeoutMs: 10_000,
    logLevel: 'info',
  })
})

test('a flag wins over its variable, and an empty variable counts as not set', () => {
  const env = { RUNSHEET_PORT: '81', RUNSHEET_HOST: '', RUNSHEET_RATE_LIMIT: '10/1' }
  const { settings } = asked('serve --port=82 --rate-limit off', env)
  expect(settings).toMatchObject({ port: 82, host: '127.0.0.1', rateLimit: 'off' })
})

test('everything that means nothing is named, all at once', () => {
  const env = { RUNSHEET_PROT: '1', RUNSHEET_DEMO: 'yes' }
  expect(problems('serve extra --prot 1 --port 65536 --runbook 3', env)).toEqual([
    'There is no flag --prot. Did you mean --port?',
    'serve does not know what to do with "extra".',
    '--runbook is no flag of serve.',
    'There is no setting RUNSHEET_PROT. Did you mean RUNSHEET_PORT?',
    '--port must be a whole number from 0 to 65535.',
    'RUNSHEET_DEMO must be on or off.',
  ])
})

test('an unknown command is named, with the one that it resembles', () => {
  expect(problems('servr')).toEqual(['There is no command "servr". Did you mean serve?'])
  expect(problems('audit')).toEqual(['"audit" is no command; there is "audit verify" and "audit export".'])
})

test('a flag is given once, with a value where it has one', () => {
  expect(problems('--port 1 --port 2')).toEqual(['--port is given twice.'])
  expect(problems('--port')).toEqual(['--port needs a value.'])
  expect(problems('--port --host 0.0.0.0')).toContain('--port needs a value.')
  expect(problems('import plan.csv --runbook 1 --dry-run=no')).toEqual(['--dry-run takes no value.'])
})

test('what a command needs is asked for by name', () => {
  expect(problems('import')).toEqual(['import needs the argument FILE.', 'import needs --runbook.'])
  expect(problems('export --runbook 1 --format xlsx')).toEqual([
    '--format must be csv or json, and not "xlsx".',
  ])
})

test('commands of two words take their arguments and options after them', () => {
  expect(asked('owner reset --json')).toMatchObject({ name: 'owner reset', options: { json: 'on' } })
  expect(asked('import plan.csv --runbook 7 --dry-run')).toMatchObject({
    args: { FILE: 'plan.csv' },
    options: { runbook: '7', 'dry-run': 'on' },
  })
})

test('help is asked for in three ways, and the help of a command names all its settings with their variables', () => {
  expect(read('help')).toEqual({ kind: 'help', command: undefined })
  expect(read('--help')).toEqual({ kind: 'help', command: undefined })
  for (const line of ['help migrate', 'migrate --help', 'migrate -h'])
    expect(read(line)).toMatchObject({ kind: 'help', command: { name: 'migrate' } })
  for (const command of commands) {
    const text = helpOf(command)
    for (const name of command.settings) expect(text).toContain(settings[name].variable)
    expect(text).not.toContain('[object')
  }
})

test.each([
  ['--rate-limit 0/60', '<requests>/<seconds>'],
  ['--trusted-proxies 10.0.0.0/33', 'is none'],
  ['--cors-origins https://a.example/path', 'is none'],
  ['--cores here', 'pairs of a Core-Url'],
  ['--cores https://a.example=http://10.0.0.7:8081;calls=0', 'a whole number from 1'],
  ['--cores https://a.example=http://10.0.0.7:8081;retries=2', 'timeout_ms= or calls='],
  ['--base-path /a/../b', 'a path such as'],
  ['--database-url mysql://h/d', 'postgresql://'],
  ['--admin-token abc', '48 characters'],
  ['--api-version 2021-01-01', 'a date from 2022-02-22 on'],
  ['--log-level loud', 'one of trace'],
  ['--mail-from nobody', 'an e-mail address'],
  ['--token-days 0', 'a whole number from 1 to 36500'],
  ['--smtp-url http://mail', 'smtp://'],
])('%s is refused with what it must be', (line, expected) => {
  expect(problems(line)).toEqual([expect.stringContaining(expected)])
})

test('values are understood as what they mean', () => {
  const line =
    '--trusted-proxies 10.0.0.0/8,::1 --base-path runs/here/ --cores https://core.example=http://10.0.0.7:8081/,https://slow.example=http://10.0.0.8:8081;timeout_ms=30000;calls=8 --api-version 2030-01-01'
  expect(asked(line).settings).toMatchObject({
    trustedProxies: ['10.0.0.0/8', '::1'],
    basePath: '/runs/here',
    cores: {
      'https://core.example': { url: 'http://10.0.0.7:8081' },
      'https://slow.example': { url: 'http://10.0.0.8:8081', timeoutMs: 30_000, callsAtMost: 8 },
    },
    apiVersion: '2026-06-03',
  })
})

test('mail comes from an address, or a name with one', () => {
  for (const sender of ['runs@example.com', 'Runs of the bank <runs@example.com>'])
    expect(asked('serve', { RUNSHEET_MAIL_FROM: sender }).settings.mailFrom).toBe(sender)
  for (const sender of ['a@b.example, c@d.example', 'Runs <runs>', 'a@b.example\nBcc: c@d.example'])
    expect(problems('serve', { RUNSHEET_MAIL_FROM: sender })).toHaveLength(1)
})

test.each([
  'postgresql://u:p@db.example.com:5432/runsheet',
  'postgres:///runsheet',
  'postgresql://u:p@/runsheet?host=%2Frun%2Fpostgresql',
])('%s is an address of a database', (address) => {
  expect(read(`migrate --database-url ${address}`)).toMatchObject({ kind: 'run' })
})
