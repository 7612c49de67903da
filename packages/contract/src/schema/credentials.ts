import { Type } from 'typebox'
import { oneOf } from './scalars.ts'

/** How a request of ours to another server says who sends it. */
export const authTypes = ['none', 'token'] as const
export type AuthType = (typeof authTypes)[number]

/** A secret that the server keeps for its own requests. */
export const StoredToken = Type.String({ minLength: 1, maxLength: 4_000, format: 'line' })

/** The word before the token in `Authorization`. */
export const TokenType = oneOf('Bearer', 'Basic', 'Token')
