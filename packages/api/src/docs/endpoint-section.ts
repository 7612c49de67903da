import { type Endpoint, exampleAnswer, exampleCurl, possibleErrors } from '@runsheet/contract'
import { type Html, html, prose } from './html.ts'
import { bodyTables, parameterTable } from './member-tables.ts'

/** One endpoint of the reference. */
export function endpointSection(name: string, endpoint: Endpoint, serverUrl: string): Html {
  const { method, path, summary, description, permission, since, cost = 1 } = endpoint
  const answer = exampleAnswer(name, endpoint, serverUrl)
  return html`<section class="endpoint" id="${name}">
<div class="said">
<h3><a href="#${name}">${prose(summary)}</a></h3>
<p class="route">${methodMark(method)} <code>${pathMarkup(path)}</code></p>
${description && html`<p>${prose(description)}</p>`}
${parameterTable(endpoint)}
${listNote(endpoint)}
${bodyNote(endpoint)}
${bodyTables(endpoint)}
<p class="facts">${permission === 'public' ? 'Needs no token, and' : html`Needs the permission <code>${permission}</code> and`} Core ${since}; <code>operationId</code> is <code>${name}</code>.${cost > 1 && ` It costs ${cost} requests of the rate limit.`}</p>
${errorList(endpoint)}
</div>
<div class="shown">
<h4>Request</h4>
<pre tabindex="0" aria-label="Example of a request"><code>${exampleCurl(name, serverUrl)}</code></pre>
<h4>Answer ${endpoint.answer.status}</h4>
${
  answer === undefined
    ? html`<p class="quiet">${endpoint.answer.kind === 'stream' ? 'Events, until you leave.' : 'No body.'}</p>`
    : html`<pre tabindex="0" aria-label="Example of an answer"><code>${typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2)}</code></pre>`
}
</div>
</section>
`
}

export function methodMark(method: string): Html {
  return html`<span class="method ${method.toLowerCase()}">${method}</span>`
}

/** A long path may break after each slash. */
function pathMarkup(path: string): Html {
  const steps = path
    .replaceAll(/:(\w+)/g, '{$1}')
    .split('/')
    .map((step, at) => (at === 0 ? '' : html`/<wbr>${step}`))
  return html`${steps}`
}

function listNote({ answer }: Endpoint): Html | undefined {
  if (answer.kind !== 'list') return undefined
  const { size, max } = answer.page ?? { size: 50, max: 100 }
  return html`<p class="quiet">And <a href="#lists">the page</a> (${size} records, at most ${max}) and <a href="#shape"><code>fields[…]</code></a>.</p>`
}

function bodyNote({ body, answer }: Endpoint): Html | undefined {
  if (body?.kind === 'csv')
    return html`<p class="quiet">The body is the file, as <code>text/csv</code> in UTF-8 with a header line.</p>`
  if (body?.kind === 'meta' && Object.keys(body.meta.members).length === 0 && answer.kind !== 'empty')
    return html`<p class="quiet">Without a body.</p>`
  return undefined
}

function errorList(endpoint: Endpoint): Html {
  const byStatus = [...possibleErrors(endpoint)]
  const count = byStatus.reduce((sum, [, codes]) => sum + codes.length, 0)
  const own = endpoint.errors.length
  return html`<details class="errors"><summary>Errors: ${count} codes${own > 0 && html`, ${own} of its own rules`}</summary>
<dl>${byStatus.map(
    ([status, codes]) =>
      html`<dt>${status}</dt><dd>${codes.map((code) => html`<a href="docs/errors#${code}"><code>${code}</code></a> `)}</dd>`,
  )}</dl></details>`
}
