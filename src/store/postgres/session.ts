import pg from 'pg';

/** How long a statement may take, as with a file. */
const STATEMENT_MS = 10_000;
/** How long a statement waits for what others have locked. */
const LOCK_MS = 5_000;
/** A process that hangs in a transaction must not keep others from their rows. */
const IDLE_IN_TRANSACTION_MS = 15_000;
/** PostgreSQL ends a statement after {@link STATEMENT_MS}; later than this, the way to it is broken. */
export const ANSWER_MS = STATEMENT_MS + 2_000;
/** A server that is there accepts within milliseconds. */
const CONNECT_MS = 2_000;

/** The server notices after some eight seconds that a machine with a connection is gone, and frees what it had locked. */
const VANISHED: Readonly<Record<string, string>> = {
  tcp_keepalives_idle: '3',
  tcp_keepalives_interval: '1',
  tcp_keepalives_count: '5',
  tcp_user_timeout: '8000',
};

/** The options of the driver for every connection. */
export function createClientOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'footnote',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 3_000,
  };
}

/**
 * A client whose errors while it is idle end nothing: the next statement fails, and says why. After a refused password, the driver would
 * leave its socket open, and the server would wait for the rest.
 */
export class SteadyClient extends pg.Client {
  constructor(options: pg.ClientConfig = {}) {
    // A pool has an option of the same name: how long a caller waits for a connection.
    super({ ...options, connectionTimeoutMillis: CONNECT_MS });
    this.on('error', () => {});
    this.connection.on('error', () => this.connection.stream.destroy());
  }
}

/**
 * Sets the limits of a new session. They are no options of the connection, because PgBouncer refuses those that it does not know. A server
 * that has let the client in and then says nothing counts as away.
 */
export async function setSessionLimits(client: pg.ClientBase): Promise<void> {
  await query(
    client,
    `select set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),
      set_config('idle_in_transaction_session_timeout', $3, false)`,
    [STATEMENT_MS, LOCK_MS, IDLE_IN_TRANSACTION_MS].map(String),
  );
  await query(
    client,
    // Versions and systems differ in which of these they know.
    `select set_config(name, $1::jsonb ->> name, false) from pg_settings where $1::jsonb ? name and context = 'user'`,
    [JSON.stringify(VANISHED)],
  );
}

async function query(client: pg.ClientBase, text: string, values: readonly string[]): Promise<void> {
  const limit = { query_timeout: CONNECT_MS };
  await client.query({ text, values: [...values], ...limit });
}
