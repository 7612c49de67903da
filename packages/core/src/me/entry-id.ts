/** A task by its runbook and its number in it. */
interface Place {
  readonly runbook_id: number
  readonly task_id: number
}

const NUMBER_BITS = 31n

/** Task numbers are of 31 bits and start anew in every runbook: together they make one id. */
export function entryId({ runbook_id, task_id }: Place): string {
  return String((BigInt(runbook_id) << NUMBER_BITS) | BigInt(task_id))
}

/** The place that an id of `entryId` stands for. */
export function placeOf(id: string): Place {
  const whole = BigInt(id)
  return {
    runbook_id: Number(whole >> NUMBER_BITS),
    task_id: Number(BigInt.asUintN(Number(NUMBER_BITS), whole)),
  }
}
