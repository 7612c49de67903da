// Apart from the schemas, so that a browser can have it without the schema library.

/** Longer than any code of an authenticator or for recovery, as people write them. */
export const CODE_AT_MOST = 64
