import { type Html, html } from './html.ts'

/** A part of a document that is shown: of Markdown what our own generated pages use. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** Reads headings, paragraphs, lists and tables, each with an empty line before it. */
export function readMarkdown(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readBlock)
}

function readBlock(block: string): Block {
  const [, signs = '', heading = ''] = /^(#+) (.*)$/.exec(block) ?? []
  if (signs !== '') return { kind: 'heading', level: signs.length, text: heading }
  const lines = block.split('\n')
  if (block.startsWith('- ')) return { kind: 'list', items: lines.map((line) => line.slice(2)) }
  if (block.startsWith('|')) {
    const [head = [], , ...rows] = lines.map(cellsOf)
    return { kind: 'table', head, rows }
  }
  return { kind: 'paragraph', text: lines.join(' ') }
}

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

/** Text in which `code` stands between backticks, and lines end with `<br>`. @param codeHtml how code is shown */
export function inlineHtml(text: string, codeHtml: (code: string) => Html): Html {
  const lines = text.split('<br>').map((line) => {
    const parts = line.split('`').map((part, at) => (at % 2 === 1 ? codeHtml(part) : html`${part}`))
    return html`${parts}`
  })
  return html`${lines.map((line, at) => (at === 0 ? line : html`<br>${line}`))}`
}
