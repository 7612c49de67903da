import type { Words } from '../en/index.ts'

const small = ['Keine', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']
const counted = (count: number) => small[count] ?? String(count)

export const home: Words['home'] = {
  ready: (count, name) =>
    `${count === 1 ? 'Eine Aufgabe ist' : `${counted(count)} Aufgaben sind`} für Sie bereit${name && `, ${name}`}`,
  running: (count, name) =>
    `${count === 1 ? 'Eine Ihrer Aufgaben läuft' : `${counted(count)} Ihrer Aufgaben laufen`}${name && `, ${name}`}`,
  nothing: 'Nichts wartet auf Sie.',
  nothingNext: (start) => `Nichts wartet auf Sie. Der nächste Lauf beginnt ${start}.`,
  liveRuns: (count) =>
    count === 0
      ? 'Kein Lauf ist im Gang.'
      : count === 1
        ? 'Ein Lauf ist im Gang.'
        : `${counted(count)} Läufe sind im Gang.`,
  clock: (time, place, day) => `Es ist ${time} in ${place}, ${day}.`,
  clockUtc: (time, day) => `Es ist ${time} UTC, ${day}.`,
  fromFile: 'Aus einer Datei',
  newRunbook: 'Neues Runbook',
  liveNow: 'Jetzt im Gang',
  runs: (count) => (count === 1 ? '1 Lauf' : `${count} Läufe`),
  elapsed: 'Vergangen',
  forecastEnd: 'Voraussichtliches Ende',
  plannedEnd: 'Geplantes Ende',
  why: 'Warum',
  onTime: 'im Plan',
  done: (done, all) => `${done} von ${all} fertig`,
  started: (clock) => `Begonnen ${clock}`,
  pausedSince: (clock) => `Pausiert seit ${clock}`,
  runLine: (elapsed, end) => `Lauflinie: ${elapsed} vergangen, endet etwa ${end}`,
  yours: 'Ihre Aufgaben',
  nowAndNext: 'jetzt und als Nächstes',
  allYours: (count) => `${count} insgesamt`,
  now: 'jetzt',
  planned: (clock) => `geplant ${clock}`,
  readyFor: (amount) => `Bereit seit ${amount}`,
  readyNow: 'Gerade bereit',
  runningSince: (clock) => `Läuft seit ${clock}`,
  after: (id, name) => `Nach #${id} ${name}`,
  afterMore: (id, name, more) => `Nach #${id} ${name} und ${more} weiteren`,
  inPlan: (day) => `${day}, Plan`,
  paused: 'Der Lauf ist pausiert',
  start: 'Starten',
  startTask: (id, name) => `#${id} ${name} starten`,
  starting: 'Startet',
  startedTask: (id, name) => `#${id} ${name} wurde gestartet.`,
  open: 'Öffnen',
  nothingYours:
    'In keinem Lauf, der im Gang ist oder in den nächsten 14 Tagen beginnt, haben Sie eine Aufgabe.',
  startingSoon: 'Beginnt bald',
  next14: 'nächste 14 Tage',
  nothingSoon: 'Für die nächsten 14 Tage ist kein Runbook angesetzt.',
  inTime: (amount) => `in ${amount}`,
  due: 'fällig',
  autoStart: 'beginnt von selbst',
  tasks: (count) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`),
  recent: 'Zuletzt bearbeitet',
  all: (count) => `Alle ${count}`,
  nothingRecent: 'Es gibt noch kein Runbook.',
  nothingRecentHint: 'Legen Sie das erste an, oder ziehen Sie eine CSV-Datei auf diese Seite.',
  unread: 'Dieser Teil konnte nicht gelesen werden.',
}
