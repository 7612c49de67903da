import type { Words } from '../en/index.ts'

export const dialogs: Words['dialogs'] = {
  start: {
    title: (name) => `„${name}“ starten`,
    summary: (tasks, length) => `${tasks === 1 ? '1 Aufgabe' : `${tasks} Aufgaben`}, ${length}.`,
    startedNow: (clock) => `Jetzt gestartet, endet der Lauf um ${clock}.`,
    kind: 'Art des Laufs',
    rehearsal: 'Probe',
    rehearsalWhat: 'Prüft Plan und Zeiten. Feste Beginne halten nicht auf.',
    live: 'Live',
    liveWhat: 'Der Ernstfall. Feste Beginne gelten, das Protokoll bleibt für die Nachbetrachtung.',
    messages: 'Nachrichten',
    off: 'Aus',
    offWhat: 'Niemand soll angeschrieben werden',
    test: 'Test',
    testWhat: 'Alle nur für Sie',
    on: 'An',
    onWhat: (people) =>
      people === 0
        ? 'Niemand ist da zum Anschreiben'
        : people === 1
          ? 'Für 1 Person'
          : `Für ${people} Personen`,
    messagesKept: 'Diese Version verschickt noch keine Nachrichten; die Wahl bleibt beim Lauf vermerkt.',
    rebaseline: 'Ab jetzt planen',
    rebaselineOn: (now, planned) =>
      `Es ist ${now}, der Plan sagt ${planned}. Verspätung zählt ab dem wirklichen Beginn.`,
    rebaselineOff: (now, planned, amount) =>
      `Es ist ${now}, der Plan sagt ${planned}. Der Lauf beginnt ${amount}.`,
    rebaselineSame: (now) => `Es ist ${now}, wie geplant.`,
    shift: 'Feste Zeiten mitverschieben',
    shiftNone: 'Keine Aufgabe hat eine feste Zeit.',
    shiftStays: (id, clock) => `Eine Aufgabe hat eine feste Zeit: #${id}, ${clock}. Sie bleibt.`,
    shiftMoves: (id, before, after) =>
      `Eine Aufgabe hat eine feste Zeit: #${id} rückt von ${before} auf ${after}.`,
    shiftAllStay: (count) => `${count} Aufgaben haben feste Zeiten. Sie bleiben.`,
    shiftAllMove: (count, amount) => `${count} Aufgaben haben feste Zeiten. Sie rücken um ${amount}.`,
    checking: 'Der Plan wird geprüft…',
    nothingStops: 'Dem Start steht nichts im Weg.',
    nothingStopsRemarks: (count) =>
      count === 1
        ? 'Dem Start steht nichts im Weg. Ein Hinweis:'
        : `Dem Start steht nichts im Weg. ${count} Hinweise:`,
    problemsStop: (count) =>
      count === 1 ? 'Ein Hindernis verhindert den Start:' : `${count} Hindernisse verhindern den Start:`,
    remarksToo: (count) => (count === 1 ? 'Dazu ein Hinweis:' : `Dazu ${count} Hinweise:`),
    noTasks: 'Es gibt noch keine Aufgaben. Legen Sie die erste an, dann starten Sie.',
    chooseKind: 'Wählen Sie die Art des Laufs.',
    everyoneSees: 'Alle hier sehen die Uhr sofort loslaufen.',
    startLive: 'Live-Lauf starten',
    startRehearsal: 'Probe starten',
    start: 'Lauf starten',
    problemsLeft: (count) => (count === 1 ? '1 Hindernis zu beheben' : `${count} Hindernisse zu beheben`),
  },
  pause: {
    title: 'Den Lauf pausieren?',
    body: (running) =>
      running === 0
        ? 'Bis zum Fortsetzen kann nichts beginnen.'
        : `Bis zum Fortsetzen kann nichts beginnen oder enden. ${running === 1 ? '1 Aufgabe läuft; ihre' : `${running} Aufgaben laufen; ihre`} Zeit steht still.`,
    message: 'Warum',
    placeholder: 'Warten auf den Hersteller',
    confirm: 'Lauf pausieren',
    keep: 'Weiterlaufen lassen',
  },
  resume: {
    title: 'Den Lauf fortsetzen?',
    body: (end, paused) => `Seit ${paused} pausiert. Jetzt fortgesetzt, endet er um ${end}.`,
    late: (amount) => `Das ist ${amount} zu spät.`,
    early: (amount) => `Das ist ${amount} zu früh.`,
    onTime: 'Das ist pünktlich.',
    message: 'Was sich geändert hat',
    placeholder: 'Der Hersteller hat geantwortet',
    confirm: 'Lauf fortsetzen',
    keep: 'Pausiert lassen',
  },
  cancel: {
    title: 'Den Lauf abbrechen?',
    undone: (count) =>
      count === 1 ? '1 Aufgabe bleibt unerledigt.' : `${count} Aufgaben bleiben unerledigt.`,
    kept: 'Das Protokoll bleibt. Ein abgebrochener Lauf kann nicht weitergehen.',
    type: (name) => `Zur Bestätigung „${name}“ eingeben`,
    message: 'Warum',
    confirm: 'Lauf abbrechen',
    keep: 'Weiterlaufen lassen',
  },
  return: {
    title: 'Zurück in die Planung?',
    body: 'Der Plan wird eine neue Fassung: alle Aufgaben offen, bereit für Änderungen und einen neuen Lauf. Das Protokoll dieses Laufs bleibt.',
    confirm: 'Zurück in die Planung',
    keep: 'Beim Protokoll bleiben',
  },
  skip: {
    title: (id) => `#${id} überspringen?`,
    reason: 'Warum sie übersprungen wird',
    used: 'Gründe in diesem Lauf',
    frees: (ids, count) =>
      count === 0
        ? 'Nichts wartet allein darauf. Wird als Kommentar gespeichert.'
        : `Dann ${count === 1 ? 'kann' : 'können'} ${ids} beginnen. Wird als Kommentar gespeichert.`,
    confirm: (id) => `#${id} überspringen`,
    keep: 'Behalten',
  },
  early: {
    title: (id) => `#${id} vorzeitig starten?`,
    body: (id, clock, amount) => `#${id} hat einen festen Beginn um ${clock}. ${amount} früher starten?`,
    message: 'Warum (wird als Kommentar gespeichert)',
    confirm: (id) => `#${id} jetzt starten`,
    keep: 'Darauf warten',
  },
  finish: {
    title: (id) => `#${id} beenden?`,
    result: 'Ergebnis',
    pass: 'Wie erwartet',
    fail: 'Nicht wie erwartet',
    untested: 'Nicht geprüft',
    comment: 'Was zu sehen war',
    saved: 'Wird als Kommentar gespeichert.',
    confirm: (id) => `#${id} beenden`,
    keep: 'Noch nicht',
  },
  delete: {
    title: (count, id) => (count === 1 ? `#${id} löschen?` : `${count} Aufgaben löschen?`),
    inherit: (count) =>
      count === 0
        ? 'Nichts wartet darauf.'
        : count === 1
          ? '1 Aufgabe wartet auf das Gelöschte: sie wartet dann auf das, worauf dieses wartete.'
          : `${count} Aufgaben warten auf das Gelöschte: sie warten dann auf das, worauf dieses wartete.`,
    forGood: 'Das lässt sich nicht zurücknehmen.',
    confirm: (count) => (count === 1 ? 'Aufgabe löschen' : `${count} Aufgaben löschen`),
    keep: 'Behalten',
  },
  rag: {
    title: 'Wie steht es?',
    what: 'Ihr Urteil, für alle sichtbar. Verspätung wird davon getrennt gemessen.',
    confirm: 'Status setzen',
  },
  edit: {
    title: 'Angaben zum Runbook',
    name: 'Name',
    description: 'Beschreibung',
    timezone: 'Zeitzone',
    start: 'Vorgesehener Beginn',
    startWhat: (zone) => `In ${zone}. Leer: wann immer ihn jemand startet.`,
    locked: 'Der vorgesehene Beginn lässt sich in der Planung ändern.',
    shift: 'Feste Zeiten um ebenso viel verschieben',
    rto: 'Ziel für die Wiederherstellung',
    rtoWhat: 'Etwa 4h oder 1h30. Leer: keines.',
    rtoFrom: 'Zählt ab dem Beginn von',
    rtoTo: 'bis zum Ende von',
    badDuration: 'Schreiben Sie 4h, 1h30 oder 90 (Minuten).',
    badTime: 'Das ist kein Zeitpunkt.',
    confirm: 'Speichern',
  },
  duplicate: {
    title: (name) => `„${name}“ duplizieren`,
    templateTitle: (name) => `Aus „${name}“ eine Vorlage machen`,
    name: 'Name',
    copyName: (name) => `${name} (Kopie)`,
    take: 'Was mitkommt',
    tasks: 'Aufgaben und Stränge',
    teams: 'Teams',
    users: 'Personen und ihre Zuweisungen',
    shift: 'Feste Zeiten mit dem Beginn verschieben',
    confirm: 'Duplizieren',
    templateConfirm: 'Vorlage anlegen',
  },
  stream: {
    newTitle: 'Neuer Strang',
    newSubTitle: (name) => `Neuer Unterstrang von ${name}`,
    title: (name) => `Strang ${name}`,
    name: 'Name',
    color: 'Farbe',
    hue: (number) => `Farbton ${number}`,
    free: 'Eine eigene Farbe',
    dealt: 'Nach seinem Platz',
    parent: 'Liegt in',
    status: 'Status',
    message: 'Was dazu zu sagen ist',
    create: 'Strang anlegen',
    confirm: 'Speichern',
    deleteTitle: (name) => `Strang ${name} löschen?`,
    deleteEmpty: 'Er enthält keine Aufgaben.',
    deleteFull: (count) =>
      count === 1
        ? '1 Aufgabe liegt darin. Geben Sie sie zuerst einem anderen Strang.'
        : `${count} Aufgaben liegen darin. Geben Sie sie zuerst einem anderen Strang.`,
    deleteConfirm: 'Strang löschen',
    keep: 'Behalten',
  },
  shortcuts: {
    title: 'Tasten',
    off: 'Einzelne Tasten sind in Ihrem Konto abgeschaltet; die mit Zusatztaste wirken.',
    groups: {
      task: 'Aufgabe',
      run: 'Lauf',
      plan: 'Plan',
      filter: 'Filter',
      view: 'Ansicht',
      other: 'Sonstiges',
    },
    space: 'Leertaste',
  },
}
