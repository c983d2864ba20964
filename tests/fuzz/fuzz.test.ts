import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** `npm run fuzz` searches for an hour, with another seed each time. */
test('no hostile article and question of the first ones takes disproportionate time', async () => {
  const run = promisify(execFile)('node', ['tests/fuzz/run.js', '--cases', '12', '--seed', '1']);
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  expect(stdout).toMatch(/^[1-9]\d* cases tried, 0 found$/m);
}, 300_000);
