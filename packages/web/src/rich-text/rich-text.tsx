import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import classes from './rich-text.module.css'
import { type SafeNode, safeNodes } from './safe-html.ts'

/** Rich text of the server, as elements of React; see `safeNodes`. */
export function RichText({ html }: { readonly html: string }) {
  const nodes = useMemo(() => {
    // A document of DOMParser runs no script and loads nothing.
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    return safeNodes(body.childNodes)
  }, [html])
  return <div className={classes.text}>{nodes.map(element)}</div>
}

function element(node: SafeNode, index: number): ReactNode {
  // Text is rendered anew as a whole: its place is its identity.
  if (typeof node === 'string') return <Fragment key={index}>{node}</Fragment>
  const { tag, href, children } = node
  if (tag === 'br' || tag === 'hr') return createElement(tag, { key: index })
  const link = href === undefined ? {} : { href, target: '_blank', rel: 'noopener noreferrer' }
  return createElement(tag, { key: index, ...link }, children.map(element))
}
