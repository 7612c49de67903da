/** Without use for so long a session ends. */
export const SESSION_IDLE_SECONDS = 12 * 3600

/** After so long a session ends, however much it is used. */
export const SESSION_LIFE_SECONDS = 30 * 24 * 3600
