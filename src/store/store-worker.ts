import { parentPort, workerData } from 'node:worker_threads';
import { SqliteConnection } from './sqlite/sqlite-connection.ts';
import {
  describeFailure,
  type ThreadAnswer,
  type ThreadQuery,
  type ThreadStart,
} from './sqlite/thread-messages.ts';

/** The thread that `database-thread.ts` starts. It opens one database and runs the statements that it receives, one after the other. */
const start: ThreadStart = workerData;
const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

try {
  const connection = new SqliteConnection(start);
  parentPort?.on('message', (query: ThreadQuery | 'close') => {
    if (query !== 'close') return answer(run(connection, query));
    connection.close();
    parentPort?.close();
  });
  answer({ id: 0, kind: 'open', file: connection.file });
} catch (error) {
  answer({ id: 0, kind: 'failed', failure: describeFailure(error) });
}

function run(connection: SqliteConnection, { id, sql, parameters }: ThreadQuery): ThreadAnswer {
  try {
    return { id, kind: 'done', outcome: connection.run(sql, parameters) };
  } catch (error) {
    return { id, kind: 'failed', failure: describeFailure(error) };
  }
}
