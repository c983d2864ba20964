import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** “You are let in”, and “ask”. @see https://www.postgresql.org/docs/current/protocol-message-formats.html */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/** What takes connections as PostgreSQL does, and answers no query: a server that hangs, or a proxy without one. */
export async function startSilentServer(): Promise<{
  readonly url: string;
  readonly asked: Promise<unknown>;
}> {
  const sockets = new Set<Socket>();
  const events = new EventEmitter();
  const asked = once(events, 'asked');
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(WELCOME);
      socket.once('data', () => events.emit('asked'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return { url: `postgres://footnote:secret@127.0.0.1:${address.port}/footnote`, asked };
}
