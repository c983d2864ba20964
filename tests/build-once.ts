import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Tests of the real process run what stands in `src/` now, not what was built last. CI sets `IS_BUILT` where it has just built that. */
export async function setup(): Promise<void> {
  if (process.env['IS_BUILT'] === 'yes') return;
  await promisify(execFile)('npm', ['run', 'build'], { shell: process.platform === 'win32' });
}
