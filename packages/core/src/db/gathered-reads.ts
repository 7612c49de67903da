interface Waiting<Question, Row> {
  readonly question: Question
  readonly answer: PromiseWithResolvers<Row | undefined>
}

/**
 * Answers many questions by few statements. A question is sent at once while statements may be sent; else it waits, and
 * everything that waits goes in the next one. Who asks the same as somebody who waits shares the answer: it is read after
 * both have asked.
 */
export class GatheredReads<Question, Row> {
  readonly #read: (questions: readonly Question[]) => Promise<readonly (Row | undefined)[]>
  readonly #atOnce: number
  #waiting = new Map<string, Waiting<Question, Row>>()
  #underWay = 0

  /**
   * @param read answers each question, in their order
   * @param atOnce statements that may be under way
   */
  constructor(
    read: (questions: readonly Question[]) => Promise<readonly (Row | undefined)[]>,
    atOnce: number,
  ) {
    this.#read = read
    this.#atOnce = atOnce
  }

  /** @param key equal for questions that have the same answer */
  ask(key: string, question: Question): Promise<Row | undefined> {
    let waiting = this.#waiting.get(key)
    if (!waiting) {
      waiting = { question, answer: Promise.withResolvers() }
      this.#waiting.set(key, waiting)
    }
    if (this.#underWay < this.#atOnce) void this.#send()
    return waiting.answer.promise
  }

  async #send(): Promise<void> {
    const asked = [...this.#waiting.values()]
    this.#waiting = new Map()
    this.#underWay += 1
    try {
      const rows = await this.#read(asked.map(({ question }) => question))
      for (const [at, { answer }] of asked.entries()) answer.resolve(rows[at])
    } catch (error) {
      for (const { answer } of asked) answer.reject(error)
    } finally {
      this.#underWay -= 1
      if (this.#waiting.size > 0) void this.#send()
    }
  }
}
