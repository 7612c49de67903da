import fc from 'fast-check'
import { changesSince, countChanges } from '../database/index.ts'
import type { Answer, Send, TestServer } from '../server/index.ts'
import { isOnThePage } from './act.ts'
import type { DrawnRequest } from './any-request.ts'
import { lineOf, type SentRequest, sendDrawn, sentOf } from './send-drawn.ts'
import type { World } from './world.ts'

/** How many are under way at a time. */
const AT_ONCE = 16

/** What is wrong with an answer beside its form, or undefined. */
export type Judge = (answer: Answer, sent: SentRequest) => string | undefined

/**
 * Sends many drawn requests, some at a time, and judges each answer: a status of the error page, the contract kept, and
 * whatever else `judge` asks. Where all that were under way together were refused, the database has to be as it was.
 *
 * @returns one line for each fault, with the request
 */
export async function barrage(
  { core }: TestServer,
  send: Send,
  drawn: readonly DrawnRequest[],
  world: World,
  judge: Judge = () => undefined,
): Promise<string[]> {
  const { writes } = core.database
  const faults: string[] = []
  let count = await countChanges(writes)
  for (let at = 0; at < drawn.length; at += AT_ONCE) {
    const all = drawn.slice(at, at + AT_ONCE).map((one) => sentOf(one, world))
    const isRefused = await Promise.all(
      all.map(async (sent) => {
        try {
          const answer = await sendDrawn(send, sent)
          const fault = isOnThePage(sent.name, answer.status)
            ? judge(answer, sent)
            : `status ${answer.status}`
          if (fault !== undefined) faults.push(`${fault}: ${lineOf(sent)}`)
          return answer.status >= 400 || sent.method === 'GET'
        } catch (error) {
          faults.push(`${error instanceof Error ? error.message : String(error)}: ${lineOf(sent)}`)
          return false
        }
      }),
    )
    const changed = isRefused.every(Boolean) ? await changesSince(writes, count) : []
    if (changed.length > 0)
      faults.push(`changed ${changed.join(', ')}: one of\n${all.map(lineOf).join('\n')}`)
    if (changed.length > 0 || isRefused.includes(false)) count = await countChanges(writes)
  }
  return faults
}

/** So many requests of a kind, the same ones for the same seed. */
export function draw(request: fc.Arbitrary<DrawnRequest>, seed: number, count: number): DrawnRequest[] {
  return fc.sample(request, { seed, numRuns: count })
}
