import { expect, test } from 'vitest'
import { checkWebhookUrl, isPrivateHost } from './webhook-url.ts'

const hostOf = (url: string) => new URL(url).hostname

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://10.1.2.3:8443/hook',
  'https://172.31.255.255/',
  'https://192.168.0.10/',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/',
  'https://0.0.0.0/',
  'https://239.1.1.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://db.internal/',
  'https://printer.local/',
  'https://intranet/',
])('%s is inside', (url) => {
  expect(isPrivateHost(hostOf(url))).toBe(true)
})

test.each([
  'https://example.com/hook',
  'https://8.8.8.8/',
  'https://172.32.0.1/',
  'https://[2606:4700::1111]/',
  'https://internal.example.com/',
])('%s is outside', (url) => {
  expect(isPrivateHost(hostOf(url))).toBe(false)
  expect(() => checkWebhookUrl(url, false)).not.toThrow()
})

test('plain HTTP is for operators who let it in', () => {
  expect(() => checkWebhookUrl('http://example.com/', false)).toThrow('webhook_url_blocked')
  expect(() => checkWebhookUrl('http://10.0.0.1/', true)).not.toThrow()
})
