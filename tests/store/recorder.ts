import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';

const SCRIPT = fileURLToPath(new URL('record-for-ever.js', import.meta.url));

export interface Recorded {
  /** What the process printed, line by line: see record-for-ever.js. */
  readonly lines: readonly string[];
  readonly status: number | null;
  readonly stderr: string;
}

/** Starts a process that records and votes, and waits for its end. `onLine` may end it. */
export async function recordElsewhere(
  args: readonly string[],
  options: { readonly onLine?: (count: number, child: ChildProcess) => void; readonly before?: string } = {},
): Promise<Recorded> {
  const command = [process.execPath, SCRIPT, ...args];
  const child =
    options.before === undefined
      ? spawn(process.execPath, command.slice(1))
      : spawn('sh', ['-c', `${options.before}; exec "$@"`, 'sh', ...command]);
  const lines: string[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    options.onLine?.(lines.length, child);
  });
  const [status] = await once(child, 'close');
  return { lines, status: typeof status === 'number' ? status : null, stderr };
}

/** Every operation that was acknowledged must be there; the one after may be. */
export async function expectAllKept(store: Store, lines: readonly string[]): Promise<number> {
  const asked = lines.filter((line) => line.startsWith('asked ')).map((line) => line.slice('asked '.length));
  for (const id of asked) {
    expect(await store.asked.find(id)).toHaveProperty('id', id);
    const { helpful, notHelpful } = await store.votes.count(id);
    if (lines.includes(`vote ${id} false`)) expect([id, helpful, notHelpful]).toEqual([id, 0, 1]);
    else if (lines.includes(`vote ${id} true`)) expect([id, helpful + notHelpful]).toEqual([id, 1]);
  }
  return asked.length;
}

/** What SQLite itself says of a file. */
export function integrityOf(path: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare('pragma integrity_check').all();
  } finally {
    database.close();
  }
}
