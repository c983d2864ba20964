import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  runBackupCommand,
  runMigrateStoreCommand,
  runRestoreCommand,
} from '../../../src/terminal/store/store-commands.ts';
import { describeWithPostgres } from '../../postgres/databases.ts';
import { writeFilledStore } from '../../store/copy/fill-store.ts';
import { temporaryFolder } from '../../store/scene.ts';
import { testTerminal } from '../streams.ts';

const NEVER = new Promise<NodeJS.Signals>(() => {});
const INTERRUPTED = Promise.resolve<NodeJS.Signals>('SIGINT');

/** Where a command writes, with what it wrote: its standard error is a terminal unless told otherwise. */
function host(stopSignal: Promise<NodeJS.Signals>, { url = '', columns = 100 } = {}) {
  const [output, progress] = [testTerminal(), testTerminal(columns === 0 ? {} : { columns })];
  return {
    env: { DATABASE_URL: url },
    output: output.output,
    progress: progress.output,
    stopSignal,
    stdout: output.written,
    stderr: progress.written,
  };
}

test('a move shows how far it is in a terminal, and nothing elsewhere', async () => {
  const folder = await temporaryFolder();
  const from = await writeFilledStore(folder);
  const shown = host(NEVER);
  expect(await runMigrateStoreCommand([from, join(folder, 'a.db')], shown)).toBe(0);
  expect(shown.stderr()).toMatch(
    /^\rCopying [\d,]+ rows: 0 %.*\rCopying [\d,]+ rows: 100 %.*\rComparing both: 100 %.*\r {2,}\r$/s,
  );
  expect(shown.stdout()).toMatch(/^Copied [\d,]+ rows to /);
  const piped = host(NEVER, { columns: 0 });
  expect(await runMigrateStoreCommand([from, join(folder, 'b.db')], piped)).toBe(0);
  expect(piped.stderr()).toBe('');
});

test('Ctrl-C says what is left of a copy, and what to do', async () => {
  const folder = await temporaryFolder();
  const from = await writeFilledStore(folder);
  const at = (name: string): string => join(folder, name);
  const copies = async () => (await readdir(folder)).filter((name) => !name.startsWith('full.db'));
  const moving = host(INTERRUPTED, { columns: 0 });
  expect(await runMigrateStoreCommand([from, at('moved.db')], moving)).toBe(130);
  expect([moving.stdout(), moving.stderr()]).toEqual([
    '',
    `Stopped. Nothing is at ${at('moved.db')} yet. Run the same command again: it goes on where it stopped. Start no bot there before.\n`,
  ]);
  expect(await copies()).toEqual(['moved.db.partial']);
  expect(await runMigrateStoreCommand([from, at('moved.db')], host(NEVER))).toBe(0);

  const backing = host(INTERRUPTED, { url: from, columns: 0 });
  expect(await runBackupCommand([at('backup.db')], backing)).toBe(130);
  const anew = `Stopped. Nothing is at ${at('backup.db')}. Run the same command again: it starts anew.\n`;
  expect(backing.stderr()).toBe(anew);
  const restoring = host(Promise.resolve('SIGTERM'), { url: at('backup.db'), columns: 0 });
  expect(await runRestoreCommand([from], restoring)).toBe(143);
  expect(restoring.stderr()).toBe(anew);
  expect(await copies()).toEqual(['moved.db']);
});

test('a backup is a file: an address is refused, and no part of it repeated', async () => {
  const address = 'postgres://u:hunter2@127.0.0.1:1/x';
  for (const run of [runBackupCommand, runRestoreCommand]) {
    const refusal = run([address], host(NEVER, { url: 'data/footnote.db' }));
    await expect(refusal).rejects.toMatchObject({
      code: 'unusable-arguments',
      message: expect.stringMatching(
        /takes the path of a file\. migrate-store takes addresses(?!.*hunter2)/s,
      ),
    });
  }
});

test('an address of an unknown kind is refused on each side, without its password', async () => {
  const folder = await temporaryFolder();
  const [file, address] = [await writeFilledStore(folder), 'mysql://me:hunter2@db/x'];
  for (const sides of [
    [file, address],
    [address, file],
  ]) {
    await expect(runMigrateStoreCommand(sides, host(NEVER))).rejects.toMatchObject({
      code: 'unusable-store',
      message: expect.stringMatching(/^Nothing was copied\. “mysql:” is not known(?!.*hunter2)/s),
    });
  }
});

describeWithPostgres('a copy into PostgreSQL', ({ freshUrl }) => {
  test('goes on after Ctrl-C, a restore too, and a failure says that it is not finished', async () => {
    const folder = await temporaryFolder();
    const from = await writeFilledStore(folder);
    const url = await freshUrl();
    const stopped = host(INTERRUPTED, { url, columns: 0 });
    expect(await runRestoreCommand([from], stopped)).toBe(130);
    expect(stopped.stderr()).toMatch(
      /^Stopped\. The copy to .* is not finished, and no bot starts with it\. Run the same command again/,
    );
    const done = host(NEVER, { url });
    expect(await runRestoreCommand([from], done)).toBe(0);
    await expect(runRestoreCommand([from], host(NEVER, { url }))).rejects.toMatchObject({
      message: expect.stringMatching(/^Nothing was copied\. There is data already/),
    });
  });
});
