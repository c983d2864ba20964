import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('leaving-process.js', import.meta.url));

/** Runs a process that ends while encoders work. The exit status is null where a signal has ended it. */
async function runLeavingProcess(way: string, ms: number): Promise<{ status: unknown; stderr: string }> {
  const child = spawn(process.execPath, [SCRIPT, way, String(ms)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { status, stderr };
}

describe('a process that ends while encoders read facts', () => {
  test.each(['exit', 'end', 'terminate'])('by “%s” keeps its exit status, whatever runs', async (way) => {
    for (const ms of [0, 50]) expect(await runLeavingProcess(way, ms)).toEqual({ status: 7, stderr: '' });
  });

  test('by an error nobody caught reports the error alone', async () => {
    const { status, stderr } = await runLeavingProcess('throw', 50);
    expect(status).toBe(1);
    expect(stderr).toContain('Error: thrown');
    expect(stderr).not.toContain('terminate called');
  });
});
