import { NEWEST_API_VERSION } from '@runsheet/contract'
import { type Setting, setting } from './setting.ts'
import * as values from './values.ts'

const optional = <T>(read: (text: string) => T) => read as (text: string) => T | undefined

/** Everything that can be set, declared once: the help, the reading and its refusals are made from it. */
export const settings = {
  host: setting({
    variable: 'RUNSHEET_HOST',
    value: 'address',
    meaning: 'Where it listens; 0.0.0.0 for every address of the machine',
    default: '127.0.0.1',
    read: values.readHost,
  }),
  port: setting({
    variable: 'RUNSHEET_PORT',
    value: 'port',
    meaning: 'Port on which it listens; 0 takes any free one',
    default: 8080,
    read: values.readPort,
  }),
  dataDir: setting({
    variable: 'RUNSHEET_DATA_DIR',
    value: 'folder',
    meaning: 'Folder of the embedded database and of keys; made when missing',
    default: './data',
    read: values.readText,
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    value: 'url',
    meaning: 'An external PostgreSQL (15 or newer) instead of the embedded one',
    default: undefined,
    read: optional(values.readDatabaseUrl),
  }),
  adminEmail: setting({
    variable: 'RUNSHEET_ADMIN_EMAIL',
    value: 'e-mail',
    meaning: 'E-mail of the first user, at the first start only',
    default: 'admin@example.com',
    read: values.readEmail,
  }),
  adminPassword: setting({
    variable: 'RUNSHEET_ADMIN_PASSWORD',
    value: 'password',
    meaning: 'Password of the first user, at the first start only',
    default: undefined,
    defaultText: 'made and shown once',
    read: optional(values.readPassword),
  }),
  adminToken: setting({
    variable: 'RUNSHEET_ADMIN_TOKEN',
    value: 'token',
    meaning: 'Token of the first user (48 hexadecimal characters), at the first start only',
    default: undefined,
    defaultText: 'made and shown once',
    read: optional(values.readToken),
  }),
  demo: setting({
    variable: 'RUNSHEET_DEMO',
    value: 'on|off',
    meaning: 'Load the example workspace at the first start on an empty database',
    default: true,
    defaultText: 'on',
    read: values.readSwitch,
  }),
  rateLimit: setting({
    variable: 'RUNSHEET_RATE_LIMIT',
    value: 'requests/seconds|off',
    meaning: 'Requests per token',
    default: { requests: 600, seconds: 60 },
    defaultText: '600/60',
    read: values.readRateLimit,
  }),
  addressLimit: setting({
    variable: 'RUNSHEET_ADDRESS_LIMIT',
    value: 'requests/seconds|off',
    meaning: 'Requests without a valid token, per address',
    default: { requests: 120, seconds: 60 },
    defaultText: '120/60',
    read: values.readRateLimit,
  }),
  connections: setting({
    variable: 'RUNSHEET_CONNECTIONS',
    value: 'connections',
    meaning: 'Connections at once; further ones are refused',
    default: 10_000,
    read: values.readConnections,
  }),
  trustedProxies: setting({
    variable: 'RUNSHEET_TRUSTED_PROXIES',
    value: 'networks',
    meaning: 'Addresses and networks (CIDR) whose X-Forwarded-* is believed, separated by commas',
    default: [],
    defaultText: 'none',
    read: values.readNetworks,
  }),
  basePath: setting({
    variable: 'RUNSHEET_BASE_PATH',
    value: 'path',
    meaning: 'Sub-path under which everything is served',
    default: '/',
    read: values.readBasePath,
  }),
  corsOrigins: setting({
    variable: 'RUNSHEET_CORS_ORIGINS',
    value: 'origins',
    meaning: 'Other origins whose pages may call the API, separated by commas; * for all',
    default: [],
    defaultText: 'none',
    read: values.readOrigins,
  }),
  cores: setting({
    variable: 'RUNSHEET_CORES',
    value: 'core-url=address[;timeout_ms=…][;calls=…],…',
    meaning:
      'Which Core a Core-Url means, for an api in front of several; with a deadline and a bound of its own',
    default: undefined,
    read: optional(values.readCores),
  }),
  apiVersion: setting({
    variable: 'RUNSHEET_API_VERSION',
    value: 'date',
    meaning: 'Contract version of requests without an Api-Version header',
    default: NEWEST_API_VERSION,
    read: values.readApiVersion,
  }),
  coreUrl: setting({
    variable: 'RUNSHEET_CORE_URL',
    value: 'url',
    meaning: 'Where api finds Core',
    default: undefined,
    read: optional(values.readHttpUrl),
  }),
  coreTimeoutMs: setting({
    variable: 'RUNSHEET_CORE_TIMEOUT_MS',
    value: 'milliseconds',
    meaning: 'What a caller waits at most for Core',
    default: 10_000,
    read: values.readMilliseconds,
  }),
  coreCalls: setting({
    variable: 'RUNSHEET_CORE_CALLS',
    value: 'calls',
    meaning: 'Calls under way to one Core in another process; what comes above is refused with 503',
    default: 256,
    read: values.readCalls,
  }),
  secretKey: setting({
    variable: 'RUNSHEET_SECRET_KEY',
    value: 'key',
    meaning: 'Key that signs anchors and encrypts stored secrets (64 hexadecimal characters)',
    default: undefined,
    defaultText: 'made in the data folder',
    read: optional(values.readKey),
  }),
  webhookPrivate: setting({
    variable: 'RUNSHEET_WEBHOOK_PRIVATE',
    value: 'on|off',
    meaning: 'Whether event integrations may name private addresses and plain HTTP',
    default: false,
    defaultText: 'off',
    read: values.readSwitch,
  }),
  smtpUrl: setting({
    variable: 'RUNSHEET_SMTP_URL',
    value: 'url',
    meaning: 'Server that mail is sent through; needs RUNSHEET_PUBLIC_URL',
    default: undefined,
    read: optional(values.readSmtpUrl),
  }),
  mailFrom: setting({
    variable: 'RUNSHEET_MAIL_FROM',
    value: 'sender',
    meaning: 'Whom mail comes from: an address, or a name with the address in <>',
    default: undefined,
    defaultText: 'runsheet@ the host of the public address',
    read: optional(values.readSender),
  }),
  tokenDays: setting({
    variable: 'RUNSHEET_TOKEN_DAYS',
    value: 'days',
    meaning: 'Longest life of a user app token, of those that are made from now on',
    default: undefined,
    defaultText: 'no limit',
    read: optional(values.readDays),
  }),
  publicUrl: setting({
    variable: 'RUNSHEET_PUBLIC_URL',
    value: 'url',
    meaning: 'Address under which people reach the server, for links and documentation',
    default: undefined,
    defaultText: 'derived from host, port and base path',
    read: optional(values.readHttpUrl),
  }),
  logLevel: setting<values.LogLevel>({
    variable: 'RUNSHEET_LOG_LEVEL',
    value: 'level',
    meaning: `What is logged to standard error, as JSON: ${values.logLevels.join(', ')}`,
    default: 'info',
    read: values.readLogLevel,
  }),
  url: setting({
    variable: 'RUNSHEET_URL',
    value: 'url',
    meaning: 'The server that this command calls',
    default: 'http://127.0.0.1:8080',
    read: values.readHttpUrl,
  }),
  token: setting({
    variable: 'RUNSHEET_TOKEN',
    value: 'token',
    meaning: 'Your user app token',
    default: undefined,
    read: optional(values.readToken),
  }),
} satisfies Readonly<Record<string, Setting<unknown>>>

export type SettingName = keyof typeof settings

/** The value of each setting. */
export type Settings = {
  readonly [N in SettingName]: ReturnType<(typeof settings)[N]['read']>
}
