import { type RichTextTag, richTextTags } from '@runsheet/contract'

/** The parts of a DOM node that are looked at. */
export interface HtmlNode {
  /** 1 element, 3 text, as in the DOM. */
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<HtmlNode>
  getAttribute?(name: string): string | null
}

/** Rich text that is safe to render: known elements without attributes, links with a target that was looked at. */
export type SafeNode =
  | string
  | { readonly tag: RichTextTag; readonly href?: string; readonly children: readonly SafeNode[] }

/** Elements whose content is no text for people. */
const dropped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
])

const isSafeTag = (name: string): name is RichTextTag => (richTextTags as readonly string[]).includes(name)

/** Deeper than anybody writes; below it only the text is kept. */
const DEEPEST = 40

/**
 * What of a parsed document is rendered. The server sanitises rich text when it is written; this holds whatever comes
 * to the same small list once more, so that nothing else ever becomes an element of the page.
 */
export function safeNodes(nodes: ArrayLike<HtmlNode>, depth = 0): readonly SafeNode[] {
  return Array.from(nodes).flatMap((node): readonly SafeNode[] => {
    if (node.nodeType === 3) return [node.nodeValue ?? '']
    if (node.nodeType !== 1) return []
    const name = node.nodeName.toLowerCase()
    if (dropped.has(name)) return []
    if (depth > DEEPEST) return [textOf(node)]
    const children = safeNodes(node.childNodes, depth + 1)
    if (!isSafeTag(name)) return children
    const href = name === 'a' ? safeHref(node.getAttribute?.('href') ?? null) : undefined
    return [{ tag: name, ...(href === undefined ? {} : { href }), children }]
  })
}

function textOf(node: HtmlNode): string {
  const open: HtmlNode[] = [node]
  let text = ''
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.nodeType === 3) text += next.nodeValue ?? ''
    else open.push(...Array.from(next.childNodes).reverse())
  }
  return text
}

/** The target of a link when it leads to the web or to a mailbox; undefined for anything else. */
export function safeHref(href: string | null): string | undefined {
  if (href === null || !/^(https?:\/\/|mailto:)/i.test(href.trim())) return undefined
  try {
    const { protocol, href: whole } = new URL(href.trim())
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? whole : undefined
  } catch {
    return undefined
  }
}
