// Limits without their schemas, so that a browser can have them without the schema library.

/** The largest id that the wire carries: ids are decimal strings of a 64-bit integer column. */
export const MAX_ID = 9_223_372_036_854_775_807n

/** A year in seconds times ten: no planned duration is longer. */
export const MAX_DURATION_SECONDS = 315_360_000

/** The longest rich text, in characters, as it is sent and as it is kept. */
export const RICH_TEXT_AT_MOST = 100_000

/** The longest message of a task of the type SMS, in characters without its tags. */
export const SMS_AT_MOST = 1_600

/** The longest comment, in characters, as it is sent and as it is kept. */
export const COMMENT_AT_MOST = 20_000
