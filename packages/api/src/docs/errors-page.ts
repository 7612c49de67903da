import {
  type Endpoint,
  type ErrorCode,
  type ErrorStatus,
  endpoints,
  errorCatalogue,
  errorCodes,
  errorDocument,
  errorExample,
  type Language,
  languages,
  possibleErrors,
} from '@runsheet/contract'
import { type Html, html, prose } from './html.ts'
import { layout } from './layout.ts'

const names: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
}

const meanings: Readonly<Record<ErrorStatus, string>> = {
  400: 'The URL, a header or the body is malformed.',
  401: 'The bearer token is missing or wrong.',
  403: 'Your permissions do not suffice for this resource.',
  404: 'The resource, or one on which it depends, is not accessible: it never existed, is archived or deleted, or you may not see it.',
  405: 'The API has no such endpoint.',
  422: 'The request was understood, and the rules refuse it.',
  429: 'This token or address sends too many requests.',
  500: 'A fault inside the API.',
  501: 'The Core behind the API is not up to date.',
  503: 'The API cannot reach Core.',
  504: 'Core is there, and does not answer in time.',
}

/** More endpoints than this are not worth a list. */
const LISTED_AT_MOST = 16

/** `/docs/errors` and its translations: every code, what it means, when it comes, what to do. */
export function errorsPage(language: Language): string {
  const up = language === 'en' ? '../' : '../../'
  const byStatus = [...Map.groupBy(errorCodes, (code) => errorCatalogue[code].status)].sort(
    ([a], [b]) => a - b,
  )
  const givers = giversByCode()
  const navigation = html`<nav class="side" aria-label="Codes"><ul>
${byStatus.map(
  ([status, codes]) => html`<li><a href="#s${status}">${status} ${titleOf(codes, language)}</a>
<ul>${codes.map((code) => html`<li><a href="#${code}"><span>${code}</span></a></li>`)}</ul></li>
`,
)}</ul></nav>`
  const main = html`<h1>Errors</h1>
<section class="noun prose">
<p>Every refusal and fault has the body <code>{"errors": […]}</code>. Branch on <code>code</code>: it never changes. <code>title</code> and <code>detail</code> are prose in the language that <code>Accept-Language</code> asks for; <code>source</code> names the one place that is wrong; <code>id</code> is the id of the request, as in the log. All entries of an answer have one status.</p>
<p class="languages">Examples in ${languages.map((one) => languageLink(one, language, up))}</p>
</section>
${byStatus.map(
  ([status, codes]) => html`<section class="noun" aria-labelledby="s${status}">
<h2 id="s${status}">${status} <span lang="${language}">${titleOf(codes, language)}</span></h2>
<p>${meanings[status]}</p>
${codes.map((code) => codeSection(code, language, up, givers.get(code) ?? []))}
</section>
`,
)}`
  return layout({ title: 'Errors', up, current: 'errors', navigation, main })
}

function languageLink(one: Language, current: Language, up: string): Html {
  const href = `${up}docs/errors${one === 'en' ? '' : `/${one}`}`
  return html`<a href="${href}" lang="${one}" hreflang="${one}"${one === current ? html` aria-current="true"` : ''}>${names[one]}</a> `
}

function titleOf([first]: readonly ErrorCode[], language: Language): string {
  return first ? (errorDocument([errorExample(first)], language, '').errors[0]?.title ?? '') : ''
}

function codeSection(code: ErrorCode, language: Language, up: string, givers: readonly string[]): Html {
  const { cause, remedy } = errorCatalogue[code]
  const example = errorDocument([errorExample(code)], language, '5f0c9a3e-41f2-4c0e-9d55-0d7c1f6a2b90')
  return html`<section class="endpoint" id="${code}">
<div class="said"><h3><a href="#${code}"><code>${code}</code></a></h3>
<p>${prose(cause)}</p>
<p><strong>What to do:</strong> ${prose(remedy)}</p>
${givers.length > 0 && givers.length <= LISTED_AT_MOST && html`<p class="quiet">Of ${givers.map((name) => html`<a href="${up}docs#${name}"><code>${name}</code></a> `)}</p>`}
</div>
<div class="shown"><pre tabindex="0" lang="${language}" aria-label="Example of ${code}"><code>${JSON.stringify(example, null, 2)}</code></pre></div>
</section>
`
}

function giversByCode(): ReadonlyMap<ErrorCode, readonly string[]> {
  const pairs = Object.entries<Endpoint>(endpoints).flatMap(([name, endpoint]) =>
    [...possibleErrors(endpoint).values()].flat().map((code) => ({ name, code })),
  )
  return new Map(
    [...Map.groupBy(pairs, ({ code }) => code)].map(([code, list]) => [code, list.map(({ name }) => name)]),
  )
}
