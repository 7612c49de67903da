/** Where news of the server goes; a pino logger will do. */
export type Log = { info(message: string): void; warn(message: string): void }
