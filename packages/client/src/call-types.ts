import type { Inputs, ListName, Results } from './generated/calls.ts'

/** Endpoints that answer a document, a file or nothing; live streams are watched instead. */
export type CallName = keyof Inputs

/** Everything that one call says. */
export type CallInput<N extends CallName> = Inputs[N]

/** What a call answers: a document, the text of a file, or nothing. */
export type ResultOf<N extends CallName> = Results[N]

/** The resource of which a list consists. */
export type ItemOf<N extends ListName> = Results[N]['data'][number]

/** An input that can be left out when nothing in it is required. */
export type Rest<N extends CallName> =
  Partial<Inputs[N]> extends Inputs[N] ? [input?: Inputs[N]] : [input: Inputs[N]]

export type { ListName }
