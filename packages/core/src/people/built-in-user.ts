/** The built-in user `Runsheet`, under whose name the server acts by itself. */
export const RUNSHEET = 0
