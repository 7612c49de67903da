/** Names and values as in `postgresql.conf`. */
export type ServerSettings = Readonly<Record<string, string>>

/**
 * Given to the server at every start, so that the program's version, not the cluster's age, decides them.
 * `socketDir` is the only way in: no TCP port is opened.
 */
export function serverSettings(socketDir: string, overrides: ServerSettings): ServerSettings {
  return {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    cluster_name: 'runsheet',

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',

    max_connections: '60',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    jit: 'off',
    // Our statements are short and many; besides, parallel ones need more of /dev/shm than a container gives.
    max_parallel_workers_per_gather: '0',

    timezone: 'UTC',
    log_timezone: 'UTC',
    // `log` and worse. What a statement did wrong is told to the program that sent it, which knows whether it matters.
    log_min_messages: 'log',
    log_line_prefix: '',
    log_checkpoints: 'off',
    log_lock_waits: 'on',
    logging_collector: 'off',

    ...overrides,
  }
}

/** The settings as arguments of the `postgres` program. */
export function settingArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
