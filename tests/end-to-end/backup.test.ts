import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text as allOf } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../store/scene.ts';
import { startBot } from './running-bot.ts';
import { registered, startedScene } from './scene.ts';
import { storeUrlOf } from './scene-store.ts';
import { ask, MEETING, press, shown, textOf } from './under-answers.ts';

/** Runs a command of the terminal on a database. */
async function footnote(args: readonly string[], database: string) {
  const child = spawn(process.execPath, [resolve('dist/main.js'), ...args], {
    env: { ...process.env, DATABASE_URL: database },
  });
  const [stdout, stderr, [status]] = await Promise.all([
    allOf(child.stdout),
    allOf(child.stderr),
    once(child, 'close'),
  ]);
  return { status: Number(status), stdout, stderr };
}

const hashIn = (text: string): string | undefined => /SHA-256 of all rows: ([\da-f]{64})/.exec(text)?.[1];

test('a backup of a running bot is restored elsewhere, where old buttons work; nothing is overwritten, nor moved while it runs', async () => {
  const { bot, discord, folder } = await startedScene();
  const database = storeUrlOf(folder);
  const away = await temporaryFolder();
  const [backup, restored] = [join(away, 'backup.db'), join(away, 'new', 'footnote.db')];
  const answer = shown(await discord.interact(ask(MEETING)));
  const made = await footnote(['backup', backup], database);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/^Copied \d+ rows to .*backup\.db \(SQLite\), and compared both\./);
  const later = shown(await discord.interact(ask('Who is the head of the Customs Cooperation Directorate?')));
  expect(await footnote(['backup', backup], database)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Nothing was copied\. .*is there already/),
  });
  for (const args of [
    ['restore', backup],
    ['migrate-store', 'DATABASE_URL', join(away, 'moved.db')],
  ])
    expect(await footnote(args, database)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Nothing was copied\. A bot is running on .*same command again\.$/m),
    });
  await bot.stop();
  const moved = await footnote(['migrate-store', database, join(away, 'moved.db')], database);
  expect(moved).toMatchObject({ status: 0, stderr: '' });
  const back = await footnote(['restore', backup], restored);
  expect([back.status, hashIn(back.stdout)]).toEqual([0, hashIn(made.stdout)]);
  expect((await footnote(['restore', backup], restored)).status).toBe(2);
  const second = startBot(discord, folder, { DATABASE_URL: restored });
  await registered(second);
  const voted = await discord.interact(press(answer, '👍'));
  expect(textOf(voted.message)).not.toContain('no longer');
  expect(textOf((await discord.interact(press(later, '👍'))).message)).toContain('no longer');
});
