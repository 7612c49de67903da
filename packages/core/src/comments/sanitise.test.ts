import { expect, test } from 'vitest'
import { plainText, sanitise } from './sanitise.ts'

test.each([
  ['<p>The lag is <b>zero</b>.</p>', '<p>The lag is <b>zero</b>.</p>'],
  ['<p onclick="steal()" class="x" style="color:red">hello</p>', '<p>hello</p>'],
  ['<script>steal()</script>after', 'after'],
  ['<marquee>still <em>said</em></marquee>', 'still <em>said</em>'],
  ['<img src=x onerror=steal()>', ''],
  ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ['<svg><a href="javascript:steal()">x</a></svg>', '<a>x</a>'],
])('rich text keeps the small subset and nothing else: %s', (sent, kept) => {
  expect(sanitise(sent)).toBe(kept)
})

test.each([
  ['<a href="https://example.com/x" target="_blank">x</a>', 'https://example.com/x'],
  ['<a href="mailto:ops@example.com">x</a>', 'mailto:ops@example.com'],
])('a link to the web or to a mailbox stays and gets no access to our page: %s', (sent, target) => {
  expect(sanitise(sent)).toBe(`<a href="${target}" rel="noopener">x</a>`)
})

test.each(['/core/users', '//example.com', 'javascript:steal()', 'java\nscript:steal()', 'data:text/html,x'])(
  'a link to anything else loses its target: %s',
  (target) => {
    expect(sanitise(`<a href="${target}">x</a>`)).toBe('<a>x</a>')
  },
)

test('what was sanitised once stays as it is', () => {
  const once = sanitise('<p>a &lt;b&gt; <a href="https://example.com/?a=1&b=2">c</a></p>')
  expect(sanitise(once)).toBe(once)
})

test('the plain text of rich text has no tags and reads as it was written', () => {
  expect(plainText(sanitise('<p>1 < 2</p><ul><li>a &amp; b</li></ul>'))).toBe('1 < 2 a & b')
})
