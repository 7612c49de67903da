/** Without use for so long a session ends. */
export const SESSION_IDLE_SECONDS = 12 * 3600

/** After so long in use the secret of a session is old, and a new one takes its place. */
export const SECRET_LIFE_SECONDS = 3600

/** After so long an answer with a new secret is taken for lost, and another one is made. */
export const SECRET_LOST_SECONDS = 300

/** So long the secret before still works once the browser has been seen with the new one. */
export const SECRET_GRACE_SECONDS = 30

/** After so long a session ends, however much it is used. */
export const SESSION_LIFE_SECONDS = 30 * 24 * 3600
