import { SESSION_COOKIE } from '../core-call.ts'
import type { Endpoint } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import type { Resource } from '../resource.ts'
import { resources } from '../resources.ts'
import { apiVersions, NEWEST_API_VERSION } from '../versions/api-versions.ts'
import { answerHeaders, answerSchemas, responses } from './answers.ts'
import { requestBody, requestSchema } from './bodies.ts'
import { inVersion } from './in-version.ts'
import { type Json, pascal } from './json-schema.ts'
import { fieldsParameters, headerParameters, parametersOf } from './parameters.ts'
import { resourceSchemas } from './resource-schemas.ts'
import { sharedSchemas } from './shared-schemas.ts'

const introduction = (apiVersion: string) => `Plan and run runbooks.

- Documents follow JSON:API: \`data\`, \`included\`, \`links\`, \`meta\`. Ids are decimal integers in strings; instants are ISO 8601 in UTC; durations are whole seconds.
- Nothing is ignored: a parameter or member that an endpoint does not know is an error that names its place.
- Every refusal has the body \`{"errors": […]}\`. Branch on \`code\`; \`title\` and \`detail\` are prose, in the language of \`Accept-Language\`. A path or method that is not in this document is answered with 405.
- This document describes version ${apiVersion} of the contract, which is asked for with \`Api-Version\`; \`x-api-versions\` lists all versions, with what each changed. Live streams, files and logs are the same in all versions.
- After 429 and 503, and when no answer came to a GET or to a request with an \`Idempotency-Key\`, repeat with exponentially growing pauses and not before \`Retry-After\`.`

/** The endpoints as the document and the reference show them: by resource type, in the order of the declarations. */
export function endpointsByResource(): ReadonlyMap<Resource, readonly (readonly [string, Endpoint])[]> {
  const groups = new Map<Resource, (readonly [string, Endpoint])[]>()
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const group = groups.get(endpoint.resource)
    if (group) group.push([name, endpoint])
    else groups.set(endpoint.resource, [[name, endpoint]])
  }
  return groups
}

/** `runbook_type` → `Runbook types`: what the reference calls the endpoints of a resource. */
export function tagOf({ type }: Resource): string {
  const words = type.replaceAll('_', ' ')
  const plural = words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`
  return plural.charAt(0).toUpperCase() + plural.slice(1)
}

/**
 * The OpenAPI 3.1 document of the API, made from the declarations that also validate and dispatch.
 *
 * @param options.serverUrl scheme, host and base path, without a slash at the end
 * @param options.version of the running server
 * @param options.apiVersion of the contract, as a date; the newest by default
 */
export function openApiDocument({
  serverUrl,
  version,
  apiVersion = NEWEST_API_VERSION,
}: {
  serverUrl: string
  version: string
  apiVersion?: string
}): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const requests: Record<string, Json> = {}
  const refusals = new Map<string, Json>()
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(name, endpoint, serverUrl, refusals),
    }
    const request = requestSchema(endpoint)
    if (request) requests[`${pascal(name)}Request`] = request
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    info: {
      title: 'Runsheet API',
      version,
      summary: 'Runbook orchestration',
      description: introduction(apiVersion),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    'x-api-versions': apiVersions.map(({ date, changes }) => ({
      date,
      changes: changes.map(({ resource, attribute, now, before }) => ({ resource, attribute, now, before })),
    })),
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...endpointsByResource().keys()].map((resource) => ({
      name: tagOf(resource),
      description: `${resource.summary}.`,
    })),
    paths,
    components: {
      schemas: {
        ...sharedSchemas,
        ...inVersion(apiVersion, resourceSchemas()),
        ...answerSchemas(),
        ...requests,
      },
      parameters: { ...headerParameters, ...fieldsParameters },
      responses: Object.fromEntries(refusals),
      headers: answerHeaders,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of a user: 48 hexadecimal characters. It may do what its user may do.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'The session of a browser, from `POST /core/sessions`. A change needs the `Origin` of this server as well. Where both are sent, the token counts.',
        },
      },
    },
  }
}

const needs = (permission: Endpoint['permission']) =>
  permission === 'public' ? 'Needs no token' : `Needs the permission \`${permission}\``

function operation(name: string, endpoint: Endpoint, serverUrl: string, refusals: Map<string, Json>): Json {
  const { summary, description, resource, permission, since, cost = 1 } = endpoint
  const body = requestBody(name, endpoint)
  return {
    operationId: name,
    tags: [tagOf(resource)],
    summary,
    description: [description, `${needs(permission)}, and Core ${since} or newer.`]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: body } : {}),
    responses: responses(name, endpoint, serverUrl, refusals),
    ...(permission === 'public' ? { security: [] } : {}),
    'x-permission': permission,
    'x-minimum-core-version': since,
    'x-rate-limit-cost': cost,
  }
}

/** Resource types that no endpoint serves by itself; they come only in `included`. */
export function includedOnly(): readonly Resource[] {
  const served = endpointsByResource()
  return Object.values<Resource>(resources).filter((resource) => !served.has(resource))
}
