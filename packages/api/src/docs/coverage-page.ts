import { readFileSync } from 'node:fs'
import { endpoints } from '@runsheet/contract'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { type Block, inlineHtml, readMarkdown } from './markdown.ts'

/** What the last whole run of the tests saw; it comes with the program, and the tests hold it true. */
const file = new URL('../../../../docs/api-coverage.md', import.meta.url)

const missing = `# What the tests show of the API

This copy of Runsheet was installed without its \`docs\`, in which that stands: \`docs/api-coverage.md\`.
`

/** The text of the page; where the documentation was left out, a page that says so. */
export function readCoverage(from: URL = file): string {
  try {
    return readFileSync(from, 'utf8')
  } catch {
    return missing
  }
}

/** `/docs/coverage`: what the tests show of each endpoint, made of the generated page. */
export function coveragePage(text: string): string {
  const blocks = readMarkdown(text)
  const sections = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block.text] : [],
  )
  const navigation = html`<nav class="side" aria-label="Parts">
<ul>${sections.map((title) => html`<li><a href="#${anchor(title)}">${title}</a></li>`)}</ul></nav>`
  const [title] = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  )
  const main = html`<div class="coverage">${blocks.map(blockHtml)}</div>`
  return layout({ title: title ?? '', up: '../', current: 'coverage', navigation, main })
}

const anchor = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** The name of an endpoint leads to it; a path may break after each slash. */
function codeHtml(code: string): Html {
  if (Object.hasOwn(endpoints, code)) return html`<a href="../docs#${code}"><code>${code}</code></a>`
  const steps = code.split('/').map((step, at) => (at === 0 ? step : html`/<wbr>${step}`))
  return html`<code>${steps}</code>`
}

const said = (text: string) => inlineHtml(text, codeHtml)

/** An id, such as `E-TA-12`, is not broken at its hyphens. */
const cellHtml = (cell: string) =>
  /^[A-Z\d-]+$/.test(cell) ? html`<td class="word">${cell}</td>` : html`<td>${said(cell)}</td>`

function blockHtml(block: Block): Html {
  if (block.kind === 'heading')
    return block.level === 1
      ? html`<h1>${block.text}</h1>\n`
      : html`<h2 id="${anchor(block.text)}">${block.text}</h2>\n`
  if (block.kind === 'paragraph') return html`<p>${said(block.text)}</p>\n`
  if (block.kind === 'list')
    return html`<ul>${block.items.map((item) => html`<li>${said(item)}</li>`)}</ul>\n`
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${block.rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>\n`)}</tbody>
</table></div>
`
}
