import { expect, test } from 'vitest'
import { writtenAsHtml } from './written.ts'

test('what is written keeps its signs, and each line becomes a paragraph', () => {
  expect(writtenAsHtml(' lag < 5 s & falling\n\nwrites stopped ')).toBe(
    '<p>lag &lt; 5 s &amp; falling</p><p>writes stopped</p>',
  )
})
