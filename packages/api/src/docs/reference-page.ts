import {
  apiVersions,
  type Endpoint,
  endpoints,
  endpointsByResource,
  fieldTypesOf,
  includedOnly,
  NEWEST_API_VERSION,
  type ResourceType,
  tagOf,
} from '@runsheet/contract'
import { endpointSection, methodMark } from './endpoint-section.ts'
import { type Html, html, prose } from './html.ts'
import { layout } from './layout.ts'
import { resourceTable } from './member-tables.ts'

const anchor = (type: string) => type.replaceAll('_', '-')

/** What fits the navigation: the summary up to where it explains. */
const shortened = (summary: string) => summary.split(/[:;]/)[0] ?? ''

/** `/docs`: every endpoint by noun, from the declarations. */
export function referencePage({ serverUrl, version }: { serverUrl: string; version: string }): string {
  const groups = [...endpointsByResource()]
  const navigation = html`<nav class="side" aria-label="Endpoints">
<ul><li><a href="#start">Conventions</a></li>
${groups.map(
  ([resource, list]) => html`<li><a href="#${anchor(resource.type)}">${tagOf(resource)}</a>
<ul>${list.map(([name, { method, summary }]) => html`<li><a href="#${name}">${methodMark(method)}<span>${shortened(summary)}</span></a></li>`)}</ul></li>
`,
)}<li><a href="#parts">Included only</a></li>
<li><a href="#versions">Versions</a></li></ul></nav>`
  const main = html`<h1>API reference</h1>
${conventions(serverUrl, version)}
${groups.map(
  ([resource, list]) => html`<section class="noun" aria-labelledby="${anchor(resource.type)}">
<h2 id="${anchor(resource.type)}">${tagOf(resource)}</h2>
<p>${prose(resource.summary)}.</p>
<details class="members"><summary>Members of <code>${resource.type}</code></summary>${resourceTable(resource)}</details>
${list.map(([name, endpoint]) => endpointSection(name, endpoint, serverUrl))}
</section>
`,
)}
<section class="noun"><h2 id="parts">Included only</h2>
<p>Resources that come along with others, when <code>include</code> asks for them.</p>
${includedOnly().map((resource) => html`<h3><code>${resource.type}</code></h3><p>${prose(resource.summary)}.</p>${resourceTable(resource)}`)}
</section>
${versions()}`
  return layout({ title: 'API reference', up: '', current: 'reference', navigation, main })
}

function conventions(serverUrl: string, version: string): Html {
  return html`<section class="noun prose" id="start">
<p>This is version ${version} of the server at <code>${serverUrl}</code>. The same, for programs: <a href="openapi.json">OpenAPI 3.1</a>.</p>
<h2>Conventions</h2>
<h3>Documents</h3>
<p>Requests and answers are JSON:API documents, as <code>application/json</code> or <code>application/vnd.api+json</code>: <code>data</code> with <code>type</code>, <code>id</code>, <code>attributes</code> and <code>relationships</code>, and options of an operation in the top-level <code>meta</code>. Ids are decimal integers in strings. Instants are ISO 8601 in UTC, durations whole seconds.</p>
<p>A change sends what changes; the rest stays. Nothing is ignored: what an endpoint does not know is <a href="docs/errors">an error</a> that names its place.</p>
<h3>Access</h3>
<p>Each request carries <code>Authorization: Bearer</code> with a token of yours, and may do what you may do. What you may not see is <a href="docs/errors#not_found">404</a>; what you see and may not do is <a href="docs/errors#forbidden">403</a>.</p>
<h3 id="lists">Lists</h3>
<p>Choose the page with <code>page[number]</code> and <code>page[size]</code>, with <code>page</code>, or with <code>page[limit]</code> and <code>page[offset]</code>: one way in a request. Simply follow <code>links.next</code> until it is null. <code>meta.page.total</code> counts the records of the whole list. Filters may also be spelled <code>filter[name]</code>; several values stand with commas between them, or the parameter is repeated.</p>
<h3 id="shape">What an answer holds</h3>
<p><code>include</code> brings the resources of a relationship along, in <code>included</code>; <code>fields[task]=name,stage</code> selects attributes and relationships of a type. <code>archived=true</code> reaches what is archived.</p>
<h3>Changes</h3>
<p>Send <code>If-Match</code> with the <code>ETag</code> that you read, and a change of somebody else in between is told (<a href="docs/errors#stale_resource"><code>stale_resource</code></a>) and not overwritten. Send an <code>Idempotency-Key</code>, and the change happens once however often you repeat the request in 24 hours.</p>
<h3>When it does not work</h3>
<p>After 429 repeat the request; after 503, 504 and no answer at all repeat a GET, and a change with the same idempotency key: with pauses that double, and not before <code>Retry-After</code>. Any other refusal stays what it is; <a href="docs/errors">every code</a> says what to do.</p>
<h3>Versions</h3>
<p><code>Api-Version</code> is a date and means the newest <a href="#versions">version</a> that is not after it; the answer names it in the same header. Where one API serves several instances, <code>Core-Url</code> says which.</p>
</section>`
}

/** The versions of the contract, newest first, each with what it changed. */
function versions(): Html {
  return html`<section class="noun prose"><h2 id="versions">Versions</h2>
<p>This page and the OpenAPI document describe ${NEWEST_API_VERSION}. Only a change that would break clients makes a new version; what is added is there in all of them. Live streams, exported files and logs are the same in all versions.</p>
${apiVersions.toReversed().map(
  ({ date, changes }) => html`<h3 id="version-${date}">${date}</h3>
<p><a href="openapi-${date}.json">OpenAPI 3.1 of this version</a></p>
${changes.length === 0 && html`<p>The first version.</p>`}
${changes.map(
  ({ resource, attribute, now, before }) =>
    html`<p><code>${attribute}</code> of ${versionPlace(resource)}: ${prose(now)} Before: ${prose(before)}</p>
<p class="quiet">In ${endpointsOf(resource)}.</p>`,
)}`,
)}
</section>`
}

function versionPlace(type: ResourceType): Html {
  return html`<a href="#${anchor(type)}"><code>${type}</code></a>`
}

/** Every endpoint whose documents can hold a resource. */
function endpointsOf(type: ResourceType): Html {
  const names = Object.entries<Endpoint>(endpoints)
    .filter(([, endpoint]) => fieldTypesOf(endpoint).includes(type))
    .map(([name], at) => html`${at > 0 && ', '}<a href="#${name}"><code>${name}</code></a>`)
  return html`${names}`
}
