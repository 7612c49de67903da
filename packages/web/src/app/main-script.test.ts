import { expect, test } from 'vitest'
import { mainScriptOf } from './main-script.ts'

test('the build is told by the file name of the main script, wherever the app lies', () => {
  const page = (base: string) =>
    `<script src="./theme.js"></script><script type="module" crossorigin src="${base}assets/index-rPtGgkTR.js"></script>`
  expect(mainScriptOf(page('./'))).toBe('index-rPtGgkTR.js')
  expect(mainScriptOf(page('https://example.com/ops/'))).toBe('index-rPtGgkTR.js')
})

test('a page of something else, such as a proxy, tells none', () => {
  expect(mainScriptOf('<h1>Bad gateway</h1><script src="x.js"></script>')).toBeUndefined()
})
