import { bytes, chain, continuing, jsonFault, list, noun, opening, range, type Texts } from './texts.ts'
import { words } from './words/es.ts'

/** "la tarea 17"; what follows avoids agreement in gender. */
const named = ({ type, id }: { type: string; id: string }) => `${noun(words, type)} ${id}`

const namedFirst = (resource: { type: string; id: string }) => opening(named(resource))

/** "tarea", without its article. */
const bare = (type: string) => noun(words, type).replace(/^(el|la) /, '')

const possible = (values: readonly string[] | undefined) =>
  values?.length ? ` Opciones posibles: ${list(values)}.` : ''

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const limits = {
  between: (a: number | string, b: number | string) => `debe estar entre ${a} y ${b}`,
  from: (a: number | string) => `debe ser como mínimo ${a}`,
  upTo: (b: number | string) => `debe ser como máximo ${b}`,
  outside: 'está fuera de los límites',
}

const length = (limit: number, unit: 'characters' | 'items' = 'characters') =>
  unit === 'items' ? count(limit, 'elemento', 'elementos') : count(limit, 'carácter', 'caracteres')

export const es: Texts = {
  titles: {
    400: 'Solicitud incorrecta',
    401: 'No autenticado',
    403: 'Acceso denegado',
    404: 'No encontrado',
    405: 'Método no permitido',
    422: 'Solicitud no procesable',
    429: 'Demasiadas solicitudes',
    500: 'Error interno del servidor',
    501: 'No implementado',
    503: 'Servicio no disponible',
    504: 'Tiempo de espera agotado',
  },
  details: {
    bad_request: ({ part }) => words.parts[part],
    invalid_json: (about) => jsonFault(words, about),
    invalid_csv: ({ line, fault }) =>
      `El archivo no se puede leer como CSV. Línea ${line}: ${words.csv[fault]}.`,
    missing_body: () => 'Este punto de acceso necesita un cuerpo y la solicitud no lo tiene.',
    invalid_document: ({ name, expected }) =>
      `El miembro «${name}» del cuerpo debe ${words.expected[expected]}.`,
    unknown_parameter: ({ parameter, allowed }) =>
      `Este punto de acceso no tiene el parámetro «${parameter}».${possible(allowed)}`,
    invalid_parameter: ({ parameter, expected }) =>
      `El parámetro «${parameter}» debe ${words.expected[expected]}.`,
    invalid_filter_value: ({ parameter, value, allowed }) =>
      `«${value}» no es un valor del filtro «${parameter}».${possible(allowed)}`,
    invalid_sort: ({ value, allowed }) =>
      `Esta lista no se puede ordenar por «${value}».${possible(allowed)}`,
    invalid_include: ({ value, allowed }) =>
      `Este punto de acceso no puede incluir «${value}».${possible(allowed)}`,
    invalid_fields: ({ value, allowed }) => `No existe el tipo o campo «${value}».${possible(allowed)}`,
    invalid_page: (about) =>
      about.mixed_with === undefined
        ? `El parámetro «${about.parameter}» ${range(about, { ...limits, outside: words.headers.malformed })}.`
        : `Los parámetros «${about.parameter}» y «${about.mixed_with}» pertenecen a formas de paginación distintas.`,
    invalid_header: ({ header, reason }) => `El encabezado «${header}» ${words.headers[reason]}.`,
    invalid_core_url: ({ value }) =>
      `«${value}» en Core-Url no es la URL absoluta de una instancia conocida aquí.`,
    invalid_api_version: ({ value, earliest }) =>
      `«${value}» en Api-Version no es una fecha a partir de ${earliest}.`,
    not_acceptable: ({ value }) =>
      `No se puede responder en ninguno de los formatos que admite Accept («${value}»).`,
    payload_too_large: ({ limit }) => `El cuerpo supera el límite de ${bytes(limit)}.`,
    unsupported_media_type: ({ value, allowed }) =>
      value === ''
        ? `Content-Type no indica qué contiene el cuerpo.${possible(allowed)}`
        : `Este punto de acceso no lee cuerpos de tipo «${value}».${possible(allowed)}`,

    unauthorized: () => 'Envíe el encabezado Authorization con «Bearer» y un token.',
    invalid_token: () => 'El token o la sesión no se conoce aquí.',
    token_expired: ({ expires_at }) => `El token ha caducado (${expires_at}).`,
    token_revoked: () => 'El token ha sido revocado.',
    session_expired: ({ expires_at }) => `La sesión ha caducado (${expires_at}).`,
    user_archived: () => 'El usuario al que pertenece el token está archivado.',
    invalid_credentials: () => 'El correo electrónico, la contraseña o el código no es correcto.',
    second_factor_required: () => 'Para iniciar sesión se necesita el código del segundo factor.',
    forbidden: () => 'Sus permisos no lo permiten.',
    origin_not_allowed: () =>
      'Esto solo puede hacerse desde una página de este servidor: el encabezado Origin falta o indica otro sitio.',
    developer_role_required: () => 'Para usar la API se necesita el rol Developer, que usted no tiene.',
    insufficient_role: ({ required }) =>
      required.length ? `Se necesita uno de estos roles: ${list(required)}.` : 'Sus roles no lo permiten.',
    upload_refused: ({ reason }) =>
      ({
        signature: 'Este servidor no ha firmado esta URL de carga.',
        expired: 'Esta URL de carga ha caducado.',
        used: 'Ya se ha depositado un archivo en esta URL de carga.',
      })[reason],
    read_only_attribute: ({ name }) => `Sus roles no le permiten establecer «${name}».`,
    not_found: (resource) =>
      `No se ha encontrado ${named(resource)}: no existe, se ha archivado o eliminado, o usted no tiene acceso.`,
    route_not_found: ({ path }) => `No hay nada en «${path}». Las rutas de la API empiezan por /core/.`,
    method_not_allowed: ({ method, path, allowed }) =>
      `«${path}» no acepta el método ${method}.${possible(allowed)}`,
    endpoint_not_implemented: ({ method, path }) => `La API no tiene el punto de acceso «${method} ${path}».`,
    rate_limited: ({ retry_after }) =>
      `Demasiadas solicitudes. Vuelva a intentarlo en ${count(retry_after, 'segundo', 'segundos')}.`,

    validation_failed: () => 'La solicitud infringe una regla de validación.',
    conflict: (resource) => `Otra persona ha modificado ${named(resource)} en el mismo momento.`,
    stale_resource: (resource) => `${namedFirst(resource)} ha cambiado desde su última lectura.`,
    idempotency_key_conflict: ({ key }) => `La clave Idempotency-Key «${key}» ya se usó para otra solicitud.`,
    type_mismatch: ({ expected, actual }) => `El tipo debe ser «${expected}», no «${actual}».`,
    id_mismatch: ({ expected, actual }) =>
      `El identificador del cuerpo es «${actual}» y el de la ruta es «${expected}».`,
    blank: ({ name }) => `«${name}» no puede estar vacío.`,
    missing_attribute: ({ name }) => `Falta el atributo «${name}».`,
    missing_relationship: ({ name }) => `Falta la relación «${name}».`,
    missing_meta: ({ name }) => `Falta «${name}» en meta.`,
    unknown_attribute: ({ name, allowed }) => `El miembro «${name}» no existe aquí.${possible(allowed)}`,
    unknown_column: ({ name, allowed }) => `No existe la columna «${name}».${possible(allowed)}`,
    read_only: ({ name }) => `«${name}» es de solo lectura.`,
    invalid_type: ({ name, expected }) => `«${name}» debe ${words.expected[expected]}.`,
    invalid_enum: ({ name, allowed }) => `«${name}» no puede tener este valor.${possible(allowed)}`,
    too_long: ({ name, limit, unit }) => `«${name}» debe tener como máximo ${length(limit, unit)}.`,
    too_short: ({ name, limit, unit }) => `«${name}» debe tener como mínimo ${length(limit, unit)}.`,
    out_of_range: (about) => `«${about.name}» ${range(about, limits)}.`,
    invalid_format: ({ name, expected, example }) =>
      `«${name}» debe ${words.expected[expected]}.${example === undefined ? '' : ` Ejemplo: ${example}.`}`,
    taken: ({ name, value }) => `«${value}» ya está en uso como «${name}».`,
    related_not_found: (resource) => `${namedFirst(resource)} no existe o usted no tiene acceso.`,
    related_not_in_scope: ({ scope, ...resource }) =>
      `${namedFirst(resource)} no pertenece al mismo ${bare(scope)}.`,
    not_a_participant: (resource) => `${namedFirst(resource)} no participa en el runbook.`,
    invalid_assignee: (resource) => `${namedFirst(resource)} no puede recibir asignaciones.`,

    circular_dependency: ({ path, type = 'task' }) =>
      type === 'folder'
        ? `La carpeta se contendría a sí misma: ${chain(path)}.`
        : `Estas tareas se esperan mutuamente: ${chain(path)}.`,
    self_dependency: ({ id }) => `La tarea ${id} no puede ser su propia predecesora.`,
    runbook_not_startable: ({ id, stage }) =>
      `El runbook ${id} no se puede iniciar: está en la fase «${stage}», no en «planning».`,
    runbook_has_no_tasks: ({ id }) => `El runbook ${id} no se puede iniciar: no tiene tareas.`,
    runbook_has_run: ({ id }) =>
      `El runbook ${id} ya se ha ejecutado y no se puede eliminar, pero sí archivar.`,
    runbook_is_template: ({ id }) => `El runbook ${id} es una plantilla, y las plantillas no se ejecutan.`,
    runbook_validation_failed: ({ finding, task }) =>
      task === undefined ? words.findings[finding] : `Tarea ${task}: ${continuing(words.findings[finding])}`,
    comment_locked: ({ id, stage }) =>
      `El comentario ${id} queda como está mientras la ejecución esté ${stage}.`,
    runbook_locked: ({ id, stage }) =>
      `El plan del runbook ${id} no se puede modificar en la fase «${stage}».`,
    invalid_stage_transition: ({ stage, action, allowed }) =>
      `La acción «${action}» no es posible en la fase «${stage}».${possible(allowed)}`,
    task_not_startable: (about) => {
      if (about.reason === 'predecessors')
        return `La tarea ${about.id} aún no se puede iniciar: espera a ${about.predecessors.length === 1 ? 'la tarea' : 'las tareas'} ${list(about.predecessors)}.`
      if (about.reason === 'fixed_start')
        return `La tarea ${about.id} no se puede iniciar antes de ${about.at}.`
      return `La tarea ${about.id} no se puede iniciar: el runbook está en la fase «${about.stage}».`
    },
    task_not_in_progress: ({ id, stage }) => `La tarea ${id} no está en curso; está en la fase «${stage}».`,
    task_already_complete: ({ id }) => `La tarea ${id} ya está completa.`,
    task_requirements_not_met: (about) => {
      if (about.reason === 'fields')
        return `La tarea ${about.id} necesita estos campos: ${list(about.missing)}.`
      if (about.reason === 'people')
        return `La tarea ${about.id} necesita ${count(about.needed, 'persona', 'personas')}; hasta ahora: ${about.done}.`
      if (about.reason === 'starter') return `La tarea ${about.id} debe finalizarla la persona que la inició.`
      return `Usted ya ha actuado en la tarea ${about.id}; ahora deben actuar otras personas.`
    },
    invalid_requirement_minimum: ({ name, maximum }) =>
      maximum < 1
        ? `«${name}» requiere al menos una persona asignada.`
        : `«${name}» debe estar entre 1 y ${maximum}.`,
    invalid_task_link: ({ id, reason }) =>
      ({
        not_a_template: `El runbook ${id} no se puede vincular: no es una plantilla.`,
        no_tasks: `El runbook ${id} no se puede vincular: no tiene tareas.`,
        task_type: `El runbook ${id} no se puede vincular: el tipo de la tarea no admite vínculos.`,
      })[reason],
    template_required: ({ name }) => `«${name}» solo existe en las plantillas.`,
    template_not_approved: ({ id }) => `La plantilla ${id} no está aprobada.`,
    template_only_type: ({ name }) =>
      `Los runbooks de tipo «${name}» solo se pueden crear a partir de una plantilla.`,
    schedule_incomplete: ({ reason }) =>
      reason === 'start_missing'
        ? 'end_scheduled requiere start_scheduled.'
        : 'end_scheduled debe ser posterior a start_scheduled.',
    schedule_in_past: ({ value }) => `El inicio programado ${value} está en el pasado.`,
    copy_source_invalid: ({ id }) =>
      `El runbook ${id} no se puede copiar: no existe, está archivado o usted no puede leerlo.`,
    stream_not_empty: ({ id, tasks }) => `El flujo ${id} todavía tiene ${count(tasks, 'tarea', 'tareas')}.`,
    primary_stream: ({ id }) => `El flujo ${id} es el flujo principal del runbook y no se puede eliminar.`,
    stream_depth_exceeded: ({ id }) => `El flujo ${id} ya es un subflujo y no puede tener subflujos.`,

    custom_field_not_found: ({ field, candidates }) =>
      candidates?.length
        ? `Hay varios campos personalizados con la etiqueta «${field}»: ${list(candidates)}.`
        : `No existe el campo personalizado «${field}».`,
    custom_field_not_applicable: ({ field, type }) =>
      `El campo personalizado «${field}» no se aplica aquí (${bare(type)}).`,
    custom_field_invalid_value: ({ field, value, allowed }) =>
      `«${value}» no es un valor del campo personalizado «${field}».${possible(allowed)}`,
    custom_field_required: ({ field }) => `El campo personalizado «${field}» no puede estar vacío.`,
    custom_field_read_only: ({ field }) => `El campo personalizado «${field}» es de solo lectura.`,
    values_would_be_lost: ({ field, lost }) =>
      `Se perderían valores del campo personalizado «${field}»: ${lost}.`,
    option_in_use: ({ option, values }) =>
      `La opción «${option}» figura todavía en ${count(values, 'valor', 'valores')}; se puede archivar.`,
    default_type: (resource) =>
      `${namedFirst(resource)} es el tipo predeterminado, o no puede llegar a serlo.`,
    type_in_use: ({ uses, ...resource }) =>
      `${namedFirst(resource)} se usa en ${count(uses, 'runbook', 'runbooks')} que esto cambiaría.`,
    built_in_type: ({ name, key }) => `«${name}» del tipo de tarea integrado «${key}» no se puede cambiar.`,
    type_disabled: (resource) => `${namedFirst(resource)} no está en servicio.`,
    task_type_not_allowed: ({ id, allowed }) =>
      `El tipo del runbook no permite tareas del tipo ${id}.${possible(allowed)}`,
    folder_not_empty: ({ id, runbooks }) =>
      `La carpeta ${id} todavía tiene ${count(runbooks, 'runbook', 'runbooks')}.`,
    wrong_password: () => 'La contraseña actual falta o no es correcta.',
    second_factor_on: () => 'Ya inicia sesión con un segundo factor.',
    second_factor_off: () => 'No hay ningún segundo factor para este código.',
    wrong_code: () => 'El código no es correcto o ya se ha usado.',
    link_unknown: () => 'Este enlace no se conoce aquí.',
    link_used: () => 'Este enlace ya se ha usado.',
    link_superseded: () => 'Un enlace más reciente ha sustituido a este.',
    link_expired: ({ expires_at }) => `Este enlace caducó el ${expires_at}.`,
    mail_not_configured: () => 'Este servidor no envía correo.',
    already_signed_in: (resource) => `${namedFirst(resource)} ya ha iniciado sesión alguna vez.`,
    last_admin: ({ role }) => `Ya nadie tendría el rol «${role}».`,
    already_archived: (resource) => `${namedFirst(resource)} ya se ha archivado.`,
    not_archived: (resource) => `${namedFirst(resource)} no se ha archivado.`,
    role_scope_invalid: ({ role, allowed }) =>
      allowed.length
        ? `El rol «${role}» debe concederse sobre un recurso de uno de estos tipos: ${list(allowed)}.`
        : `El rol «${role}» no se concede sobre un recurso.`,
    webhook_url_blocked: ({ url, reason }) =>
      ({
        private: `No se envían eventos a «${url}»: su dirección es privada.`,
        not_https: `No se envían eventos a «${url}»: no es una URL HTTPS.`,
        unresolvable: `No se envían eventos a «${url}»: no se puede resolver su nombre de host.`,
      })[reason],

    internal_error: () =>
      'Se ha producido un error por nuestra parte. El identificador de este error lleva a la entrada del registro.',
    core_outdated: ({ minimum_core_version, core_version }) =>
      minimum_core_version === undefined
        ? 'El Core que hay detrás de esta API no tiene este punto de acceso.'
        : `Este punto de acceso necesita Core ${minimum_core_version}${core_version === undefined ? '' : `; el Core que hay detrás de esta API es ${core_version}`}.`,
    core_unavailable: () => 'Core no está accesible o está sobrecargado en este momento.',
    maintenance: () => 'La instancia está en mantenimiento.',
    storage_full: () => 'El almacenamiento de la base de datos está lleno. No se ha modificado nada.',
    core_timeout: () => 'Core no respondió a tiempo. No se sabe si se realizó algún cambio.',
  },
}
