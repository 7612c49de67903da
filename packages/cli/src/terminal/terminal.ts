/** A line for a person, on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A line about something wrong, on standard error. */
export function complain(line: string): void {
  process.stderr.write(`runsheet: ${line}\n`)
}

/** A value for a program, on standard output. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2))
}
