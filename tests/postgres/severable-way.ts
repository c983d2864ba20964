import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a database of one process's own, which a test can cut while others reach the database. */
export interface SeverableWay {
  /** The address of the same database over this way. */
  readonly url: string;
  /** Cuts all connections, and refuses new ones. */
  sever(): void;
  /** Lets connections through again. */
  restore(): void;
}

/** Opens a way to the database at this address. It ends with the test. */
export async function openSeverableWay(url: string): Promise<SeverableWay> {
  const there = new URL(url);
  const sockets = new Set<Socket>();
  let isSevered = false;
  const server = createServer((socket) => {
    if (isSevered) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(there.port), there.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const sever = (): void => {
    isSevered = true;
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    sever();
    server.close();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
  const here = new URL(url);
  here.port = String(port);
  return {
    url: here.href,
    sever,
    restore() {
      isSevered = false;
    },
  };
}
