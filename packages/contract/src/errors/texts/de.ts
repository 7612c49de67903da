import { bytes, chain, jsonFault, list, noun, opening, range, type Texts } from './texts.ts'
import { words } from './words/de.ts'

/** "Aufgabe 17": as an apposition without article, so that no sentence depends on the gender. */
const named = ({ type, id }: { type: string; id: string }) => opening(`${noun(words, type)} ${id}`)

const possible = (values: readonly string[] | undefined) =>
  values?.length ? ` Zulässig: ${list(values)}.` : ''

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const limits = {
  between: (a: number | string, b: number | string) => `muss zwischen ${a} und ${b} liegen`,
  from: (a: number | string) => `muss mindestens ${a} sein`,
  upTo: (b: number | string) => `darf höchstens ${b} sein`,
  outside: 'liegt außerhalb des erlaubten Bereichs',
}

const length = (limit: number, unit: 'characters' | 'items' = 'characters') =>
  unit === 'items' ? count(limit, 'Eintrag', 'Einträge') : count(limit, 'Zeichen', 'Zeichen')

export const de: Texts = {
  titles: {
    400: 'Ungültige Anfrage',
    401: 'Nicht angemeldet',
    403: 'Nicht erlaubt',
    404: 'Nicht gefunden',
    405: 'Methode nicht erlaubt',
    422: 'Anfrage nicht ausführbar',
    429: 'Zu viele Anfragen',
    500: 'Interner Serverfehler',
    501: 'Nicht implementiert',
    503: 'Dienst nicht verfügbar',
    504: 'Zeitüberschreitung',
  },
  details: {
    bad_request: ({ part }) => words.parts[part],
    invalid_json: (about) => jsonFault(words, about),
    invalid_csv: ({ line, fault }) => `Die Datei ist kein lesbares CSV. Zeile ${line}: ${words.csv[fault]}`,
    missing_body: () => 'Dieser Endpunkt braucht einen Body, und die Anfrage hat keinen.',
    invalid_document: ({ name, expected }) => `„${name}“ im Body muss ${words.expected[expected]}.`,
    unknown_parameter: ({ parameter, allowed }) =>
      `Dieser Endpunkt kennt keinen Parameter „${parameter}“.${possible(allowed)}`,
    invalid_parameter: ({ parameter, expected }) =>
      `Der Parameter „${parameter}“ muss ${words.expected[expected]}.`,
    invalid_filter_value: ({ parameter, value, allowed }) =>
      `„${value}“ ist kein Wert des Filters „${parameter}“.${possible(allowed)}`,
    invalid_sort: ({ value, allowed }) =>
      `Diese Liste lässt sich nicht nach „${value}“ sortieren.${possible(allowed)}`,
    invalid_include: ({ value, allowed }) =>
      `Dieser Endpunkt kann „${value}“ nicht einbeziehen.${possible(allowed)}`,
    invalid_fields: ({ value, allowed }) => `Typ oder Feld „${value}“ gibt es nicht.${possible(allowed)}`,
    invalid_page: (about) =>
      about.mixed_with === undefined
        ? `Der Parameter „${about.parameter}“ ${range(about, { ...limits, outside: words.headers.malformed })}.`
        : `Die Parameter „${about.parameter}“ und „${about.mixed_with}“ gehören zu verschiedenen Arten des Blätterns.`,
    invalid_header: ({ header, reason }) => `Der Header „${header}“ ${words.headers[reason]}.`,
    invalid_core_url: ({ value }) =>
      `„${value}“ in Core-Url ist nicht die absolute URL einer hier bekannten Instanz.`,
    invalid_api_version: ({ value, earliest }) => `„${value}“ in Api-Version ist kein Datum ab ${earliest}.`,
    not_acceptable: ({ value }) =>
      `Keines der Formate, die Accept zulässt („${value}“), kann geliefert werden.`,
    payload_too_large: ({ limit }) => `Der Body überschreitet die Grenze von ${bytes(limit)}.`,
    unsupported_media_type: ({ value, allowed }) =>
      value === ''
        ? `Content-Type sagt nicht, was der Body enthält.${possible(allowed)}`
        : `Dieser Endpunkt liest keinen Body vom Typ „${value}“.${possible(allowed)}`,

    unauthorized: () => 'Senden Sie den Header Authorization mit „Bearer“ und einem Token.',
    invalid_token: () => 'Das Token oder die Sitzung ist hier nicht bekannt.',
    token_expired: ({ expires_at }) => `Das Token ist abgelaufen (${expires_at}).`,
    token_revoked: () => 'Das Token wurde widerrufen.',
    session_expired: ({ expires_at }) => `Die Sitzung ist abgelaufen (${expires_at}).`,
    user_archived: () => 'Der Benutzer, dem das Token gehört, ist archiviert.',
    invalid_credentials: () => 'E-Mail-Adresse, Passwort oder Code ist falsch.',
    second_factor_required: () => 'Zur Anmeldung wird der Code des zweiten Faktors benötigt.',
    forbidden: () => 'Ihre Berechtigungen lassen das nicht zu.',
    origin_not_allowed: () =>
      'Das geht nur von einer Seite dieses Servers aus: Der Header Origin fehlt oder nennt eine andere Website.',
    developer_role_required: () => 'Für die API brauchen Sie die Rolle Developer, die Ihnen fehlt.',
    insufficient_role: ({ required }) =>
      required.length
        ? `Dafür ist eine dieser Rollen nötig: ${list(required)}.`
        : 'Ihre Rollen lassen das nicht zu.',
    upload_refused: ({ reason }) =>
      ({
        signature: 'Diese Upload-URL wurde nicht von diesem Server signiert.',
        expired: 'Diese Upload-URL ist abgelaufen.',
        used: 'Unter dieser Upload-URL wurde schon eine Datei abgelegt.',
      })[reason],
    read_only_attribute: ({ name }) => `Mit Ihren Rollen können Sie „${name}“ nicht setzen.`,
    not_found: (resource) =>
      `${named(resource)} nicht gefunden: nicht vorhanden, archiviert, gelöscht oder für Sie nicht zugänglich.`,
    route_not_found: ({ path }) => `Unter „${path}“ gibt es nichts. Die Pfade der API beginnen mit /core/.`,
    method_not_allowed: ({ method, path, allowed }) =>
      `„${path}“ nimmt die Methode ${method} nicht an.${possible(allowed)}`,
    endpoint_not_implemented: ({ method, path }) => `Die API hat keinen Endpunkt „${method} ${path}“.`,
    rate_limited: ({ retry_after }) =>
      `Zu viele Anfragen. Versuchen Sie es in ${count(retry_after, 'Sekunde', 'Sekunden')} erneut.`,

    validation_failed: () => 'Die Anfrage verstößt gegen eine Validierungsregel.',
    conflict: (resource) => `${named(resource)} wurde im selben Moment von jemand anderem geändert.`,
    stale_resource: (resource) => `${named(resource)} wurde geändert, seit Sie den Stand gelesen haben.`,
    idempotency_key_conflict: ({ key }) =>
      `Der Idempotency-Key „${key}“ wurde bereits für eine andere Anfrage verwendet.`,
    type_mismatch: ({ expected, actual }) => `Der Typ muss „${expected}“ sein, nicht „${actual}“.`,
    id_mismatch: ({ expected, actual }) =>
      `Die ID im Body ist „${actual}“, die ID im Pfad ist „${expected}“.`,
    blank: ({ name }) => `„${name}“ darf nicht leer sein.`,
    missing_attribute: ({ name }) => `Das Attribut „${name}“ fehlt.`,
    missing_relationship: ({ name }) => `Die Beziehung „${name}“ fehlt.`,
    missing_meta: ({ name }) => `„${name}“ fehlt in meta.`,
    unknown_attribute: ({ name, allowed }) => `„${name}“ gibt es hier nicht.${possible(allowed)}`,
    unknown_column: ({ name, allowed }) => `Eine Spalte „${name}“ gibt es nicht.${possible(allowed)}`,
    read_only: ({ name }) => `„${name}“ kann nur gelesen werden.`,
    invalid_type: ({ name, expected }) => `„${name}“ muss ${words.expected[expected]}.`,
    invalid_enum: ({ name, allowed }) => `„${name}“ kann diesen Wert nicht haben.${possible(allowed)}`,
    too_long: ({ name, limit, unit }) => `„${name}“ darf höchstens ${length(limit, unit)} haben.`,
    too_short: ({ name, limit, unit }) => `„${name}“ muss mindestens ${length(limit, unit)} haben.`,
    out_of_range: (about) => `„${about.name}“ ${range(about, limits)}.`,
    invalid_format: ({ name, expected, example }) =>
      `„${name}“ muss ${words.expected[expected]}.${example === undefined ? '' : ` Beispiel: ${example}.`}`,
    taken: ({ name, value }) => `„${value}“ ist als „${name}“ bereits vergeben.`,
    related_not_found: (resource) => `${named(resource)} ist nicht vorhanden oder für Sie nicht zugänglich.`,
    related_not_in_scope: ({ scope, ...resource }) =>
      `${named(resource)} gehört nicht zum selben ${noun(words, scope)}.`,
    not_a_participant: (resource) => `${named(resource)} nimmt nicht am Runbook teil.`,
    invalid_assignee: (resource) => `${named(resource)} kann nicht zugewiesen werden.`,

    circular_dependency: ({ path, type = 'task' }) =>
      type === 'folder'
        ? `Der Ordner läge in sich selbst: ${chain(path)}.`
        : `Diese Aufgaben warten aufeinander: ${chain(path)}.`,
    self_dependency: ({ id }) => `Aufgabe ${id} kann nicht ihr eigener Vorgänger sein.`,
    runbook_not_startable: ({ id, stage }) =>
      `Runbook ${id} kann nicht gestartet werden: Es ist in der Phase „${stage}“, nicht „planning“.`,
    runbook_has_no_tasks: ({ id }) => `Runbook ${id} kann nicht gestartet werden: Es hat keine Aufgaben.`,
    runbook_has_run: ({ id }) =>
      `Runbook ${id} ist bereits gelaufen und kann nicht gelöscht, aber archiviert werden.`,
    runbook_is_template: ({ id }) => `Runbook ${id} ist eine Vorlage, und Vorlagen werden nicht ausgeführt.`,
    runbook_validation_failed: ({ finding, task }) =>
      `${task === undefined ? '' : `Aufgabe ${task}: `}${words.findings[finding]}`,
    comment_locked: ({ id, stage }) => `Kommentar ${id} bleibt, wie er ist, solange der Lauf ${stage} ist.`,
    runbook_locked: ({ id, stage }) =>
      `Der Plan von Runbook ${id} kann in der Phase „${stage}“ nicht geändert werden.`,
    invalid_stage_transition: ({ stage, action, allowed }) =>
      `Die Aktion „${action}“ ist in der Phase „${stage}“ nicht möglich.${possible(allowed)}`,
    task_not_startable: (about) => {
      if (about.reason === 'predecessors')
        return `Aufgabe ${about.id} kann noch nicht gestartet werden: Sie wartet auf ${about.predecessors.length === 1 ? 'Aufgabe' : 'die Aufgaben'} ${list(about.predecessors)}.`
      if (about.reason === 'fixed_start')
        return `Aufgabe ${about.id} kann nicht vor ${about.at} gestartet werden.`
      return `Aufgabe ${about.id} kann nicht gestartet werden: Das Runbook ist in der Phase „${about.stage}“.`
    },
    task_not_in_progress: ({ id, stage }) => `Aufgabe ${id} ist nicht in Arbeit; ihre Phase ist „${stage}“.`,
    task_already_complete: ({ id }) => `Aufgabe ${id} ist bereits abgeschlossen.`,
    task_requirements_not_met: (about) => {
      if (about.reason === 'fields')
        return `Aufgabe ${about.id} braucht diese Felder: ${list(about.missing)}.`
      if (about.reason === 'people')
        return `Aufgabe ${about.id} braucht ${count(about.needed, 'Person', 'Personen')}, bisher: ${about.done}.`
      if (about.reason === 'starter')
        return `Aufgabe ${about.id} muss von der Person beendet werden, die sie gestartet hat.`
      return `Für Aufgabe ${about.id} haben Sie bereits gehandelt; jetzt sind andere an der Reihe.`
    },
    invalid_requirement_minimum: ({ name, maximum }) =>
      maximum < 1
        ? `„${name}“ setzt mindestens eine zugewiesene Person voraus.`
        : `„${name}“ muss zwischen 1 und ${maximum} liegen.`,
    invalid_task_link: ({ id, reason }) =>
      ({
        not_a_template: `Runbook ${id} kann nicht verknüpft werden: Es ist keine Vorlage.`,
        no_tasks: `Runbook ${id} kann nicht verknüpft werden: Es hat keine Aufgaben.`,
        task_type: `Runbook ${id} kann nicht verknüpft werden: Der Typ der Aufgabe erlaubt keine Verknüpfung.`,
      })[reason],
    template_required: ({ name }) => `„${name}“ gibt es nur bei Vorlagen.`,
    template_not_approved: ({ id }) => `Vorlage ${id} ist nicht freigegeben.`,
    template_only_type: ({ name }) =>
      `Runbooks vom Typ „${name}“ können nur aus einer Vorlage erstellt werden.`,
    schedule_incomplete: ({ reason }) =>
      reason === 'start_missing'
        ? 'end_scheduled setzt start_scheduled voraus.'
        : 'end_scheduled muss nach start_scheduled liegen.',
    schedule_in_past: ({ value }) => `Der geplante Start ${value} liegt in der Vergangenheit.`,
    copy_source_invalid: ({ id }) =>
      `Runbook ${id} kann nicht kopiert werden: nicht vorhanden, archiviert oder für Sie nicht lesbar.`,
    stream_not_empty: ({ id, tasks }) => `Stream ${id} enthält noch ${count(tasks, 'Aufgabe', 'Aufgaben')}.`,
    primary_stream: ({ id }) =>
      `Stream ${id} ist der Hauptstream des Runbooks und kann nicht gelöscht werden.`,
    stream_depth_exceeded: ({ id }) =>
      `Stream ${id} ist selbst ein Unterstream und kann keine Unterstreams haben.`,

    custom_field_not_found: ({ field, candidates }) =>
      candidates?.length
        ? `Mehrere benutzerdefinierte Felder heißen „${field}“: ${list(candidates)}.`
        : `Ein benutzerdefiniertes Feld „${field}“ gibt es nicht.`,
    custom_field_not_applicable: ({ field, type }) =>
      `Das benutzerdefinierte Feld „${field}“ gilt hier nicht (${noun(words, type)}).`,
    custom_field_invalid_value: ({ field, value, allowed }) =>
      `„${value}“ ist kein Wert des benutzerdefinierten Feldes „${field}“.${possible(allowed)}`,
    custom_field_required: ({ field }) => `Das benutzerdefinierte Feld „${field}“ darf nicht leer sein.`,
    custom_field_read_only: ({ field }) => `Das benutzerdefinierte Feld „${field}“ kann nur gelesen werden.`,
    values_would_be_lost: ({ field, lost }) =>
      `${count(lost, 'Wert', 'Werte')} des benutzerdefinierten Feldes „${field}“ gingen verloren.`,
    option_in_use: ({ option, values }) =>
      `Die Option „${option}“ kommt noch in ${count(values, 'Wert', 'Werten')} vor; sie kann archiviert werden.`,
    default_type: (resource) => `${named(resource)} ist der Standardtyp oder kann es nicht werden.`,
    type_in_use: ({ uses, ...resource }) =>
      `${named(resource)} wird von ${count(uses, 'Runbook', 'Runbooks')} verwendet, die das verändern würde.`,
    built_in_type: ({ name, key }) =>
      `„${name}“ des eingebauten Aufgabentyps „${key}“ kann nicht geändert werden.`,
    type_disabled: (resource) => `${named(resource)} ist abgeschaltet.`,
    task_type_not_allowed: ({ id, allowed }) =>
      `Der Typ des Runbooks erlaubt keine Aufgaben des Typs ${id}.${possible(allowed)}`,
    folder_not_empty: ({ id, runbooks }) =>
      `Ordner ${id} enthält noch ${count(runbooks, 'Runbook', 'Runbooks')}.`,
    wrong_password: () => 'Das bisherige Passwort fehlt oder ist falsch.',
    second_factor_on: () => 'Sie melden sich bereits mit einem zweiten Faktor an.',
    second_factor_off: () => 'Zu diesem Code gibt es keinen zweiten Faktor.',
    wrong_code: () => 'Der Code ist falsch oder wurde schon benutzt.',
    link_unknown: () => 'Dieser Link ist hier nicht bekannt.',
    link_used: () => 'Dieser Link wurde schon benutzt.',
    link_superseded: () => 'Ein neuerer Link hat diesen ersetzt.',
    link_expired: ({ expires_at }) => `Dieser Link ist seit ${expires_at} abgelaufen.`,
    mail_not_configured: () => 'Dieser Server verschickt keine E-Mails.',
    already_signed_in: (resource) => `${named(resource)} hat sich schon einmal angemeldet.`,
    last_admin: ({ role }) => `Danach hätte niemand mehr die Rolle „${role}“.`,
    already_archived: (resource) => `${named(resource)} ist bereits archiviert.`,
    not_archived: (resource) => `${named(resource)} ist nicht archiviert.`,
    role_scope_invalid: ({ role, allowed }) =>
      allowed.length
        ? `Die Rolle „${role}“ muss für eine Ressource dieser Typen vergeben werden: ${list(allowed)}.`
        : `Die Rolle „${role}“ wird nicht für eine einzelne Ressource vergeben.`,
    webhook_url_blocked: ({ url, reason }) =>
      ({
        private: `An „${url}“ werden keine Ereignisse gesendet: Die Adresse ist privat.`,
        not_https: `An „${url}“ werden keine Ereignisse gesendet: Das ist keine HTTPS-URL.`,
        unresolvable: `An „${url}“ werden keine Ereignisse gesendet: Der Host lässt sich nicht auflösen.`,
      })[reason],

    internal_error: () =>
      'Bei uns ist ein Fehler aufgetreten. Die ID dieses Fehlers führt zum Eintrag im Protokoll.',
    core_outdated: ({ minimum_core_version, core_version }) =>
      minimum_core_version === undefined
        ? 'Der Core hinter dieser API hat diesen Endpunkt nicht.'
        : `Dieser Endpunkt braucht Core ${minimum_core_version}${core_version === undefined ? '' : `; der Core hinter dieser API hat die Version ${core_version}`}.`,
    core_unavailable: () => 'Core ist derzeit nicht erreichbar oder überlastet.',
    maintenance: () => 'Die Instanz ist wegen Wartungsarbeiten nicht verfügbar.',
    storage_full: () => 'Der Speicher der Datenbank ist voll. Es wurde nichts geändert.',
    core_timeout: () =>
      'Core hat nicht rechtzeitig geantwortet. Ob eine Änderung ausgeführt wurde, ist nicht bekannt.',
  },
}
