// Apart from the schemas, so that a browser can have it without the schema library.

/** The shortest password that may be set, in characters. */
export const PASSWORD_AT_LEAST = 12
export const PASSWORD_AT_MOST = 1024
