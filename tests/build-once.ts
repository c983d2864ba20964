import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Tests of the real process run what stands in `src/` now, not what was built last. */
export async function setup(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build'], { shell: process.platform === 'win32' });
}
