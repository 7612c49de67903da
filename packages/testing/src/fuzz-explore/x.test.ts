import { startTestServer } from '@runsheet/testing'
import fc from 'fast-check'
import { test } from 'vitest'
import { act } from '../fuzz/act.ts'
import { anyRequest } from '../fuzz/any-request.ts'
import { makeWorld } from '../fuzz/world.ts'
import { appendFileSync } from 'node:fs'
test('explore', async () => {
  const server = await startTestServer()
  const seen = new Map<string, number>()
  const statuses: Record<string, number> = {}
  const orig = server.send
  let n = 0
  const end = Date.now() + Number(process.env.FZ_MS ?? 60000)
  const stories = fc.sample(fc.array(anyRequest, { minLength: 10, maxLength: 30, size: 'max' }), { numRuns: 400, seed: Number(process.env.FZ_SEED ?? 5) })
  let last = ''
  const s2 = { ...server, send: async (...a: Parameters<typeof orig>) => { const r = await orig(...a); last = String(r.status); return r } }
  for (const story of stories) {
    if (Date.now() > end) break
    const world = await makeWorld(server)
    for (const d of story) {
      n++
      const t = performance.now()
      try { await act(s2 as never, d, world); const k = `${d.name} ${last}`; statuses[k] = (statuses[k] ?? 0) + 1 } catch (e) {
        const m = String((e as Error).message)
        const key = d.name + ' ' + m.replace(/\d+/g, '#').replace(/[0-9a-f-]{36}/g, '').split('\n').slice(1, 3).join('|').slice(0, 120)
        const c = seen.get(key) ?? 0; seen.set(key, c + 1)
        if (c < 1) appendFileSync('/tmp/fz/explore.out', `### ${key}\n${m.slice(0, 1200)}\n${JSON.stringify(d).slice(0, 1500)}\n\n`)
      }
      const ms = performance.now() - t
      if (ms > 500) appendFileSync('/tmp/fz/explore.out', `SLOW ${ms} ${JSON.stringify(d).slice(0, 500)}\n`)
    }
  }
  appendFileSync('/tmp/fz/explore.out', `${n} requests\n` + Object.entries(statuses).sort().map(([k, v]) => `${k}: ${v}`).join('\n') + '\n' + [...seen].map(([k, v]) => `${v} ${k}`).join('\n'))
  await server.close()
}, 200000)
