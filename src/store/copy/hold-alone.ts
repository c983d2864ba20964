import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { readErrorCode } from '../../files/error-code.ts';
import { isRunning } from '../../kit/is-running.ts';
import { StoreError } from '../kit/store-error.ts';

/** The ending of a file that names the process that writes the copy beside it. */
const HOLDER = '.copying';

/**
 * Lets one process at a time write a file. A process that was killed holds up nobody on the same machine.
 *
 * @returns the function that lets others write it
 * @throws {StoreError} `not-copied` while another process writes it
 */
export async function holdAlone(path: string): Promise<() => Promise<void>> {
  const file = `${path}${HOLDER}`;
  const own = `${process.pid} on ${hostname()}`;
  for (let tries = 0; tries < 2; tries++) {
    try {
      await writeFile(file, own, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      // Where no file can be made, whoever writes the copy finds out why.
      if (readErrorCode(error) !== 'EEXIST') return async () => {};
    }
    const holder = await readFile(file, 'utf8').catch(() => '');
    const [, pid = '', host] = /^(\d+) on (.*)$/s.exec(holder) ?? [];
    if (host !== hostname() || isRunning(Number(pid)))
      throw new StoreError(
        'not-copied',
        `Another command writes “${path}” (process ${holder}). Wait for its end. If it has ended already, remove “${file}”.`,
      );
    await rm(file, { force: true });
  }
  throw new StoreError('not-copied', `Other commands write “${path}”. Wait for their end.`);
}
