import { killRounds } from '../packages/testing/src/kill/kill-rounds.ts'

/** Kills the running program again and again: `node bench/kill.ts [rounds]`. */
const rounds = Number(process.argv[2] ?? 20)
const { wrong, acknowledged, inDoubt } = await killRounds(rounds, {
  tell: (line) => process.stdout.write(`${line}\n`),
})
process.stdout.write(
  `${rounds} rounds: ${acknowledged} actions acknowledged, ${inDoubt} in doubt, ${wrong.length} wrong\n`,
)
for (const problem of wrong) process.stdout.write(`${problem}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
