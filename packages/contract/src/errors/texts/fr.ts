import { bytes, chain, continuing, jsonFault, list, noun, opening, range, type Texts } from './texts.ts'
import { words } from './words/fr.ts'

/** "la tâche 17"; what follows avoids agreement in gender. */
const named = ({ type, id }: { type: string; id: string }) => `${noun(words, type)} ${id}`

const namedFirst = (resource: { type: string; id: string }) => opening(named(resource))

/** "tâche", without its article. */
const bare = (type: string) => noun(words, type).replace(/^(le |la |l’)/, '')

const possible = (values: readonly string[] | undefined) =>
  values?.length ? ` Choix possibles : ${list(values)}.` : ''

/** In French the singular also serves 0. */
const count = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`

const limits = {
  between: (a: number | string, b: number | string) => `doit être compris entre ${a} et ${b}`,
  from: (a: number | string) => `doit être supérieur ou égal à ${a}`,
  upTo: (b: number | string) => `doit être inférieur ou égal à ${b}`,
  outside: 'est hors limites',
}

const length = (limit: number, unit: 'characters' | 'items' = 'characters') =>
  unit === 'items' ? count(limit, 'élément', 'éléments') : count(limit, 'caractère', 'caractères')

export const fr: Texts = {
  titles: {
    400: 'Requête incorrecte',
    401: 'Authentification requise',
    403: 'Accès refusé',
    404: 'Introuvable',
    405: 'Méthode non autorisée',
    422: 'Requête non traitable',
    429: 'Trop de requêtes',
    500: 'Erreur interne du serveur',
    501: 'Non implémenté',
    503: 'Service indisponible',
    504: 'Délai d’attente dépassé',
  },
  details: {
    bad_request: ({ part }) => words.parts[part],
    invalid_json: (about) => jsonFault(words, about),
    invalid_csv: ({ line, fault }) =>
      `Le fichier n’est pas un CSV lisible. Ligne ${line} : ${words.csv[fault]}.`,
    missing_body: () => 'Ce point d’accès exige un corps, et la requête n’en a pas.',
    invalid_document: ({ name, expected }) =>
      `Le membre « ${name} » du corps doit ${words.expected[expected]}.`,
    unknown_parameter: ({ parameter, allowed }) =>
      `Ce point d’accès n’a pas de paramètre « ${parameter} ».${possible(allowed)}`,
    invalid_parameter: ({ parameter, expected }) =>
      `Le paramètre « ${parameter} » doit ${words.expected[expected]}.`,
    invalid_filter_value: ({ parameter, value, allowed }) =>
      `« ${value} » n’est pas une valeur du filtre « ${parameter} ».${possible(allowed)}`,
    invalid_sort: ({ value, allowed }) =>
      `Cette liste ne peut pas être triée par « ${value} ».${possible(allowed)}`,
    invalid_include: ({ value, allowed }) =>
      `Ce point d’accès ne peut pas inclure « ${value} ».${possible(allowed)}`,
    invalid_fields: ({ value, allowed }) => `Il n’y a ni type ni champ « ${value} ».${possible(allowed)}`,
    invalid_page: (about) =>
      about.mixed_with === undefined
        ? `Le paramètre « ${about.parameter} » ${range(about, { ...limits, outside: words.headers.malformed })}.`
        : `Les paramètres « ${about.parameter} » et « ${about.mixed_with} » relèvent de deux modes de pagination différents.`,
    invalid_header: ({ header, reason }) => `L’en-tête « ${header} » ${words.headers[reason]}.`,
    invalid_core_url: ({ value }) =>
      `« ${value} » dans Core-Url n’est pas l’URL absolue d’une instance connue ici.`,
    invalid_api_version: ({ value, earliest }) =>
      `« ${value} » dans Api-Version n’est pas une date à partir du ${earliest}.`,
    not_acceptable: ({ value }) => `Aucun des formats admis par Accept (« ${value} ») ne peut être fourni.`,
    payload_too_large: ({ limit }) => `Le corps dépasse la limite de ${bytes(limit)}.`,
    unsupported_media_type: ({ value, allowed }) =>
      value === ''
        ? `Content-Type n’indique pas ce que contient le corps.${possible(allowed)}`
        : `Ce point d’accès ne lit pas de corps de type « ${value} ».${possible(allowed)}`,

    unauthorized: () => 'Envoyez l’en-tête Authorization avec « Bearer » et un jeton.',
    invalid_token: () => 'Ce jeton ou cette session est inconnu ici.',
    token_expired: ({ expires_at }) => `Le jeton a expiré (${expires_at}).`,
    token_revoked: () => 'Le jeton a été révoqué.',
    session_expired: ({ expires_at }) => `La session a expiré (${expires_at}).`,
    user_archived: () => 'L’utilisateur auquel appartient le jeton est archivé.',
    invalid_credentials: () => 'L’adresse e-mail, le mot de passe ou le code est incorrect.',
    second_factor_required: () => 'Le code du second facteur est nécessaire pour se connecter.',
    forbidden: () => 'Vos autorisations ne le permettent pas.',
    origin_not_allowed: () =>
      'Cela n’est possible que depuis une page de ce serveur : l’en-tête Origin est absent ou désigne un autre site.',
    developer_role_required: () => 'L’utilisation de l’API exige le rôle Developer, que vous n’avez pas.',
    insufficient_role: ({ required }) =>
      required.length
        ? `L’un de ces rôles est nécessaire : ${list(required)}.`
        : 'Vos rôles ne le permettent pas.',
    upload_refused: ({ reason }) =>
      ({
        signature: 'Cette URL de téléversement n’a pas été signée par ce serveur.',
        expired: 'Cette URL de téléversement a expiré.',
        used: 'Un fichier a déjà été déposé à cette URL de téléversement.',
      })[reason],
    read_only_attribute: ({ name }) => `Vos rôles ne vous permettent pas de définir « ${name} ».`,
    not_found: (resource) =>
      `${namedFirst(resource)} est introuvable : l’élément n’existe pas, est archivé ou supprimé, ou ne vous est pas accessible.`,
    route_not_found: ({ path }) => `Il n’y a rien à « ${path} ». Les chemins de l’API commencent par /core/.`,
    method_not_allowed: ({ method, path, allowed }) =>
      `« ${path} » n’accepte pas la méthode ${method}.${possible(allowed)}`,
    endpoint_not_implemented: ({ method, path }) => `L’API n’a pas de point d’accès « ${method} ${path} ».`,
    rate_limited: ({ retry_after }) =>
      `Trop de requêtes. Réessayez dans ${count(retry_after, 'seconde', 'secondes')}.`,

    validation_failed: () => 'La requête enfreint une règle de validation.',
    conflict: (resource) => `Une autre personne a modifié ${named(resource)} au même moment.`,
    stale_resource: (resource) => `${namedFirst(resource)} a changé depuis votre dernière lecture.`,
    idempotency_key_conflict: ({ key }) =>
      `La clé Idempotency-Key « ${key} » a déjà servi pour une requête différente.`,
    type_mismatch: ({ expected, actual }) => `Le type doit être « ${expected} » et non « ${actual} ».`,
    id_mismatch: ({ expected, actual }) =>
      `L’identifiant dans le corps est « ${actual} », celui du chemin est « ${expected} ».`,
    blank: ({ name }) => `« ${name} » ne doit pas être vide.`,
    missing_attribute: ({ name }) => `L’attribut « ${name} » est absent.`,
    missing_relationship: ({ name }) => `La relation « ${name} » est absente.`,
    missing_meta: ({ name }) => `« ${name} » est absent de meta.`,
    unknown_attribute: ({ name, allowed }) => `Le membre « ${name} » n’existe pas ici.${possible(allowed)}`,
    unknown_column: ({ name, allowed }) => `La colonne « ${name} » n’existe pas.${possible(allowed)}`,
    read_only: ({ name }) => `« ${name} » est en lecture seule.`,
    invalid_type: ({ name, expected }) => `« ${name} » doit ${words.expected[expected]}.`,
    invalid_enum: ({ name, allowed }) => `« ${name} » ne peut pas avoir cette valeur.${possible(allowed)}`,
    too_long: ({ name, limit, unit }) => `« ${name} » doit compter au plus ${length(limit, unit)}.`,
    too_short: ({ name, limit, unit }) => `« ${name} » doit compter au moins ${length(limit, unit)}.`,
    out_of_range: (about) => `« ${about.name} » ${range(about, limits)}.`,
    invalid_format: ({ name, expected, example }) =>
      `« ${name} » doit ${words.expected[expected]}.${example === undefined ? '' : ` Exemple : ${example}.`}`,
    taken: ({ name, value }) => `« ${value} » est déjà utilisé pour « ${name} ».`,
    related_not_found: (resource) => `${namedFirst(resource)} n’existe pas ou ne vous est pas accessible.`,
    related_not_in_scope: ({ scope, ...resource }) =>
      `${namedFirst(resource)} n’appartient pas au même ${bare(scope)}.`,
    not_a_participant: (resource) => `${namedFirst(resource)} ne participe pas au runbook.`,
    invalid_assignee: (resource) => `Impossible d’affecter ${named(resource)}.`,

    circular_dependency: ({ path, type = 'task' }) =>
      type === 'folder'
        ? `Le dossier se contiendrait lui-même : ${chain(path)}.`
        : `Ces tâches s’attendent mutuellement : ${chain(path)}.`,
    self_dependency: ({ id }) => `La tâche ${id} ne peut pas être son propre prédécesseur.`,
    runbook_not_startable: ({ id, stage }) =>
      `Le runbook ${id} ne peut pas démarrer : il est à l’étape « ${stage} » et non « planning ».`,
    runbook_has_no_tasks: ({ id }) => `Le runbook ${id} ne peut pas démarrer : il n’a aucune tâche.`,
    runbook_has_run: ({ id }) =>
      `Le runbook ${id} a déjà été exécuté et ne peut pas être supprimé ; il peut être archivé.`,
    runbook_is_template: ({ id }) => `Le runbook ${id} est un modèle, et un modèle ne s’exécute pas.`,
    runbook_validation_failed: ({ finding, task }) =>
      task === undefined ? words.findings[finding] : `Tâche ${task} : ${continuing(words.findings[finding])}`,
    comment_locked: ({ id, stage }) =>
      `Le commentaire ${id} reste tel quel tant que l’exécution est ${stage}.`,
    runbook_locked: ({ id, stage }) =>
      `Le plan du runbook ${id} ne peut pas être modifié à l’étape « ${stage} ».`,
    invalid_stage_transition: ({ stage, action, allowed }) =>
      `L’action « ${action} » n’est pas possible à l’étape « ${stage} ».${possible(allowed)}`,
    task_not_startable: (about) => {
      if (about.reason === 'predecessors')
        return `La tâche ${about.id} ne peut pas encore démarrer : elle attend ${about.predecessors.length === 1 ? 'la tâche' : 'les tâches'} ${list(about.predecessors)}.`
      if (about.reason === 'fixed_start')
        return `La tâche ${about.id} ne peut pas démarrer avant ${about.at}.`
      return `La tâche ${about.id} ne peut pas démarrer : le runbook est à l’étape « ${about.stage} ».`
    },
    task_not_in_progress: ({ id, stage }) =>
      `La tâche ${id} n’est pas en cours ; elle est à l’étape « ${stage} ».`,
    task_already_complete: ({ id }) => `La tâche ${id} est déjà terminée.`,
    task_requirements_not_met: (about) => {
      if (about.reason === 'fields') return `La tâche ${about.id} exige ces champs : ${list(about.missing)}.`
      if (about.reason === 'people')
        return `La tâche ${about.id} exige ${count(about.needed, 'personne', 'personnes')} ; jusqu’ici : ${about.done}.`
      if (about.reason === 'starter')
        return `La tâche ${about.id} doit être terminée par la personne qui l’a démarrée.`
      return `Vous avez déjà agi sur la tâche ${about.id} ; c’est maintenant à d’autres d’agir.`
    },
    invalid_requirement_minimum: ({ name, maximum }) =>
      maximum < 1
        ? `« ${name} » exige au moins une personne affectée.`
        : `« ${name} » doit être compris entre 1 et ${maximum}.`,
    invalid_task_link: ({ id, reason }) =>
      ({
        not_a_template: `Le runbook ${id} ne peut pas être lié : ce n’est pas un modèle.`,
        no_tasks: `Le runbook ${id} ne peut pas être lié : il n’a aucune tâche.`,
        task_type: `Le runbook ${id} ne peut pas être lié : le type de la tâche n’admet pas de lien.`,
      })[reason],
    template_required: ({ name }) => `« ${name} » n’existe que pour les modèles.`,
    template_not_approved: ({ id }) => `Le modèle ${id} n’est pas approuvé.`,
    template_only_type: ({ name }) =>
      `Les runbooks de type « ${name} » ne peuvent être créés qu’à partir d’un modèle.`,
    schedule_incomplete: ({ reason }) =>
      reason === 'start_missing'
        ? 'end_scheduled exige start_scheduled.'
        : 'end_scheduled doit être postérieur à start_scheduled.',
    schedule_in_past: ({ value }) => `Le début planifié ${value} est dans le passé.`,
    copy_source_invalid: ({ id }) =>
      `Le runbook ${id} ne peut pas être copié : il n’existe pas, est archivé ou ne vous est pas accessible.`,
    stream_not_empty: ({ id, tasks }) => `Le flux ${id} contient encore ${count(tasks, 'tâche', 'tâches')}.`,
    primary_stream: ({ id }) =>
      `Le flux ${id} est le flux principal du runbook et ne peut pas être supprimé.`,
    stream_depth_exceeded: ({ id }) =>
      `Le flux ${id} est lui-même un sous-flux et ne peut pas avoir de sous-flux.`,

    custom_field_not_found: ({ field, candidates }) =>
      candidates?.length
        ? `Plusieurs champs personnalisés portent le libellé « ${field} » : ${list(candidates)}.`
        : `Il n’y a pas de champ personnalisé « ${field} ».`,
    custom_field_not_applicable: ({ field, type }) =>
      `Le champ personnalisé « ${field} » ne s’applique pas ici (${bare(type)}).`,
    custom_field_invalid_value: ({ field, value, allowed }) =>
      `« ${value} » n’est pas une valeur du champ personnalisé « ${field} ».${possible(allowed)}`,
    custom_field_required: ({ field }) => `Le champ personnalisé « ${field} » ne doit pas être vide.`,
    custom_field_read_only: ({ field }) => `Le champ personnalisé « ${field} » est en lecture seule.`,
    values_would_be_lost: ({ field, lost }) =>
      `${count(lost, 'valeur', 'valeurs')} du champ personnalisé « ${field} » : perte à accepter.`,
    option_in_use: ({ option, values }) =>
      `L’option « ${option} » figure encore dans ${count(values, 'valeur', 'valeurs')} ; elle peut être archivée.`,
    default_type: (resource) => `${namedFirst(resource)} est le type par défaut, ou ne peut pas le devenir.`,
    type_in_use: ({ uses, ...resource }) =>
      `${namedFirst(resource)} sert encore à ${count(uses, 'runbook', 'runbooks')}, que cela modifierait.`,
    built_in_type: ({ name, key }) =>
      `« ${name} » du type de tâche intégré « ${key} » ne peut pas être modifié.`,
    type_disabled: (resource) => `${namedFirst(resource)} est hors service.`,
    task_type_not_allowed: ({ id, allowed }) =>
      `Le type du runbook n’autorise pas les tâches du type ${id}.${possible(allowed)}`,
    folder_not_empty: ({ id, runbooks }) =>
      `Le dossier ${id} contient encore ${count(runbooks, 'runbook', 'runbooks')}.`,
    wrong_password: () => 'Le mot de passe actuel est absent ou incorrect.',
    second_factor_on: () => 'Vous vous connectez déjà avec un second facteur.',
    second_factor_off: () => 'Il n’y a pas de second facteur pour ce code.',
    wrong_code: () => 'Le code est incorrect ou a déjà servi.',
    link_unknown: () => 'Ce lien n’est pas connu ici.',
    link_used: () => 'Ce lien a déjà servi.',
    link_superseded: () => 'Un lien plus récent a remplacé celui-ci.',
    link_expired: ({ expires_at }) => `Ce lien a expiré le ${expires_at}.`,
    mail_not_configured: () => 'Ce serveur n’envoie pas d’e-mails.',
    already_signed_in: (resource) => `${namedFirst(resource)} s’est déjà connecté.`,
    last_admin: ({ role }) => `Plus personne n’aurait le rôle « ${role} ».`,
    already_archived: (resource) => `${namedFirst(resource)} est déjà dans les archives.`,
    not_archived: (resource) => `${namedFirst(resource)} n’est pas dans les archives.`,
    role_scope_invalid: ({ role, allowed }) =>
      allowed.length
        ? `Le rôle « ${role} » doit être accordé sur une ressource de l’un de ces types : ${list(allowed)}.`
        : `Le rôle « ${role} » ne s’accorde pas sur une ressource.`,
    webhook_url_blocked: ({ url, reason }) =>
      ({
        private: `Aucun événement n’est envoyé à « ${url} » : son adresse est privée.`,
        not_https: `Aucun événement n’est envoyé à « ${url} » : ce n’est pas une URL HTTPS.`,
        unresolvable: `Aucun événement n’est envoyé à « ${url} » : son hôte est introuvable.`,
      })[reason],

    internal_error: () =>
      'Une erreur s’est produite de notre côté. L’identifiant de cette erreur mène à l’entrée du journal.',
    core_outdated: ({ minimum_core_version, core_version }) =>
      minimum_core_version === undefined
        ? 'Le Core derrière cette API n’a pas ce point d’accès.'
        : `Ce point d’accès exige Core ${minimum_core_version}${core_version === undefined ? '' : ` ; le Core derrière cette API est en version ${core_version}`}.`,
    core_unavailable: () => 'Core est actuellement injoignable ou surchargé.',
    maintenance: () => 'L’instance est en maintenance.',
    storage_full: () => 'L’espace de stockage de la base de données est plein. Rien n’a été modifié.',
    core_timeout: () => 'Core n’a pas répondu à temps. On ignore si une modification a été effectuée.',
  },
}
