import { expect, test } from 'vitest'
import { type HtmlNode, safeHref, safeNodes } from './safe-html.ts'

const text = (nodeValue: string): HtmlNode => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] })
const comment: HtmlNode = { nodeType: 8, nodeName: '#comment', nodeValue: 'hidden', childNodes: [] }
const element = (name: string, attributes: Record<string, string>, ...childNodes: HtmlNode[]): HtmlNode => ({
  nodeType: 1,
  nodeName: name.toUpperCase(),
  nodeValue: null,
  childNodes,
  getAttribute: (wanted) => attributes[wanted] ?? null,
})

test('known elements stay, without any of their attributes', () => {
  const node = element(
    'p',
    { onclick: 'steal()', style: 'color:red', class: 'x' },
    text('The lag is '),
    element('b', {}, text('zero')),
  )
  expect(safeNodes([node])).toEqual([
    { tag: 'p', children: ['The lag is ', { tag: 'b', children: ['zero'] }] },
  ])
})

test('of unknown elements only the content stays', () => {
  expect(safeNodes([element('marquee', {}, text('still said'))])).toEqual(['still said'])
})

test.each(['script', 'style', 'iframe', 'object', 'svg', 'template'])(
  '%s goes with all that is in it',
  (name) => {
    expect(safeNodes([text('before'), element(name, {}, text('steal()')), comment, text('after')])).toEqual([
      'before',
      'after',
    ])
  },
)

test('an image is nothing', () => {
  expect(safeNodes([element('img', { src: 'x', onerror: 'steal()' })])).toEqual([])
})

test.each([
  ['https://example.com/x', 'https://example.com/x'],
  ['mailto:ops@example.com', 'mailto:ops@example.com'],
  ['javascript:steal()', undefined],
  [' JaVaScript:steal()', undefined],
  ['data:text/html,x', undefined],
  ['//example.com', undefined],
  ['/core/users', undefined],
  ['https://', undefined],
])('a link to %s leads to %s', (href, target) => {
  expect(safeHref(href)).toBe(target)
  const [link] = safeNodes([element('a', { href }, text('x'))])
  expect(link).toEqual({ tag: 'a', ...(target === undefined ? {} : { href: target }), children: ['x'] })
})

test('text that is nested too deeply is kept without its elements', () => {
  let node = text('deep')
  for (let depth = 0; depth < 5_000; depth += 1) node = element('b', {}, node)
  expect(JSON.stringify(safeNodes([node]))).toContain('"deep"')
})
