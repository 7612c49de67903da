import { buildRunbook, startTestServer, type TestServer } from '@runsheet/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let other: TestServer

beforeAll(async () => {
  server = await startTestServer()
  other = await startTestServer({ connectionString: server.connectionString })
})
afterAll(async () => {
  await other.close()
  await server.close()
})

interface ModelTask {
  readonly after: readonly number[]
  readonly isMilestone: boolean
  readonly auto_start: boolean
  readonly auto_finish: boolean
}

/** The rules of a run, said as plainly as possible: look at everything again until nothing moves. */
class Model {
  run = 'active'
  readonly stages: string[]
  readonly #tasks: readonly ModelTask[]

  constructor(tasks: readonly ModelTask[]) {
    this.#tasks = tasks
    this.stages = tasks.map(() => 'not_startable')
    this.#settle()
  }

  /** Does a move on a task, counted from 0, or on the run; answers whether it is allowed. */
  move(verb: string, at: number): boolean {
    if (verb === 'pause' || verb === 'resume') return this.#control(verb)
    const stage = this.stages[at]
    const isAllowed =
      this.run === 'active' &&
      (verb === 'start'
        ? stage === 'startable'
        : verb === 'finish'
          ? stage === 'in_progress'
          : stage !== 'complete')
    if (!isAllowed) return false
    if (verb === 'start') this.#begin(at)
    else this.stages[at] = 'complete'
    this.#settle()
    return true
  }

  #control(verb: string): boolean {
    if (this.run !== (verb === 'pause' ? 'active' : 'paused')) return false
    this.run = verb === 'pause' ? 'paused' : 'active'
    this.#settle()
    return true
  }

  #begin(at: number): void {
    const { isMilestone, auto_finish } = this.#tasks[at] as ModelTask
    this.stages[at] = isMilestone || auto_finish ? 'complete' : 'in_progress'
  }

  #settle(): void {
    let isMoving = true
    while (isMoving && this.run === 'active') {
      isMoving = false
      for (const [at, { after, auto_start }] of this.#tasks.entries()) {
        if (
          this.stages[at] === 'not_startable' &&
          after.every((number) => this.stages[number - 1] === 'complete')
        ) {
          this.stages[at] = 'startable'
          isMoving = true
        }
        if (this.stages[at] === 'startable' && auto_start) {
          this.#begin(at)
          isMoving = true
        }
      }
    }
    if (this.run === 'active' && this.stages.every((stage) => stage === 'complete')) this.run = 'complete'
  }
}

/** Plans of up to seven tasks; a task waits for some of those before it. */
const plans = fc
  .array(
    fc.record({
      links: fc.nat(63),
      isMilestone: fc.boolean(),
      auto_start: fc.boolean(),
      auto_finish: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((tasks) =>
    tasks.map(
      ({ links, ...task }, at): ModelTask => ({
        ...task,
        after: Array.from({ length: at }, (_, number) => number + 1).filter(
          (number) => (links >> number) & 1,
        ),
      }),
    ),
  )

const moves = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('start', 'finish') },
      { weight: 2, arbitrary: fc.constantFrom('skip', 'pause', 'resume', 'resume') },
    ),
    fc.nat(6),
  ),
  { minLength: 5, maxLength: 25 },
)

test('whatever is tried in whatever order, stages follow the rules, and a fresh load tells the same', async () => {
  await fc.assert(
    fc.asyncProperty(plans, moves, async (plan, tries) => {
      const runbook = await buildRunbook(server, {
        tasks: plan.map(({ after, isMilestone, auto_start, auto_finish }) => ({
          after,
          auto_start,
          auto_finish,
          duration: 60,
          ...(isMilestone ? { type: 'milestone' } : {}),
        })),
      })
      await runbook.run('start', { run_type: 'rehearsal', comms: 'off' })
      const model = new Model(plan)
      for (const [verb, nth] of tries) {
        const at = nth % plan.length
        const isAllowed = model.move(verb, at)
        const { status } = await (verb === 'pause' || verb === 'resume'
          ? runbook.run(verb)
          : runbook.move(at + 1, verb))
        expect([verb, at + 1, status]).toEqual([verb, at + 1, isAllowed ? 200 : 422])
        expect(Object.values(await runbook.stages())).toEqual(model.stages)
      }
      expect((await runbook.attributes())['stage']).toBe(model.run)
      // The other process has not seen this runbook before.
      for (const path of [runbook.path, `${runbook.path}/tasks`, `${runbook.path}/runs`]) {
        const [kept, loaded] = await Promise.all([server.send('GET', path), other.send('GET', path)])
        expect(loaded.document['data'].map?.(untimed) ?? loaded.document['data'].attributes).toEqual(
          kept.document['data'].map?.(untimed) ?? kept.document['data'].attributes,
        )
      }
    }),
    { numRuns: 20 },
  )
})

/** Lateness is of the instant, and two requests have two. */
function untimed({
  attributes: { is_late: _, ...attributes },
  ...resource
}: {
  attributes: Record<string, unknown>
}) {
  return { ...resource, attributes }
}
