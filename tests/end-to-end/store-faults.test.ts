import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { command, messageMenu } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { startPostgres } from '../postgres/postgres-server.ts';
import { disk, mayMount } from '../store/disk.ts';
import { temporaryFolder } from '../store/scene.ts';
import { startBot } from './running-bot.ts';
import { failuresIn, startedScene, startScene } from './scene.ts';
import { ask, labelsOf, MEETING, menuOf, now, optionsOf, press, shown, textOf } from './under-answers.ts';

const NOT_KEPT = 'I can’t save anything right now, so nothing has changed.';

/** Every door answers, with the buttons that need no store. */
async function expectAnswersAllTheSame(discord: LocalDiscord): Promise<void> {
  const answer = shown(await discord.interact(ask(MEETING)));
  expect(labelsOf(answer)).toEqual(['More…']);
  expect(textOf((await discord.interact(press(answer, 'More…'))).message)).toContain('articles read');
  await discord.interact(press(await optionsOf(discord, answer), 'Delete'));
  const own = shown(await discord.interact(ask(MEETING, { private: true })));
  expect(labelsOf(own)).toEqual(['More…']);
  expect(labelsOf(shown(await discord.interact(ask('How do I mine bitcoin?'))))).toEqual([]);
  const replied = await discord.ask({ text: MEETING, mentionsBot: true });
  expect(textOf(replied)).toContain('September');
  const target = discord.say({ text: MEETING });
  const told = await discord.interact(
    messageMenu({ name: 'Answer this message', target, user: discord.people.moderatorElsewhere }),
  );
  expect(told.message?.content).toContain('Answered');
}

async function expectRefused(
  discord: LocalDiscord,
  message: Message,
  labels: readonly string[],
): Promise<void> {
  for (const label of labels) {
    const refused = await discord.interact(press(message, label));
    expect([label, refused.isEphemeral, textOf(refused.message)]).toEqual([
      label,
      true,
      expect.stringContaining(NOT_KEPT),
    ]);
  }
  expect(now(discord, message)).toEqual(message);
}

/** The folder of this one cannot be made, because a file has its name. */
async function unwritablePlace(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'data'), '');
  return join(folder, 'data', 'footnote.db');
}

/** Takes all the room there is. */
function fill(folder: string): string {
  const path = join(folder, 'filling');
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=4k'], { stdio: 'ignore' });
  } catch {
    // That is how dd says that there is no more room.
  }
  return path;
}

test('a store that cannot be written at the start is told in the log; questions are answered, buttons from before refuse politely, and settings too', async () => {
  const { discord, bot, folder } = await startedScene();
  const answer = shown(await discord.interact(ask(MEETING)));
  await bot.stop();
  const second = startBot(discord, folder, { DATABASE_URL: await unwritablePlace() });
  await second.logged(({ msg }) => msg === 'commands registered');
  const told = await second.logged(({ msg }) => msg.startsWith('nothing is saved'));
  expect(told).toMatchObject({ level: 50, err: { code: 'cannot-write' } });
  await expectAnswersAllTheSame(discord);
  await expectRefused(discord, answer, ['👍', '👎']);
  const user = discord.people.administrator;
  const refused = await discord.interact(command({ name: 'settings', subcommand: 'people', user }));
  expect(textOf(refused.message)).toContain(NOT_KEPT);
  expect(failuresIn(second)).toEqual([]);
});

test('a store that is not ours is left alone: the process ends with what to do, and nothing connects', async () => {
  const url = join(await temporaryFolder(), 'footnote.db');
  await writeFile(url, 'shopping list\n'.repeat(100));
  const { discord, bot } = await startScene({ env: { DATABASE_URL: url } });
  expect(await bot.exited).toBe(2);
  expect(bot.stderr).toContain('footnote.db');
  expect(discord.requests).toEqual([]);
});

async function answeredScene(expectedFailures = 0) {
  const path = join(await temporaryFolder(), 'footnote.db');
  const { discord, bot } = await startedScene({ env: { DATABASE_URL: path }, expectedFailures });
  return { path, discord, bot, answer: shown(await discord.interact(ask(MEETING))) };
}

describe('a database file', () => {
  test('that is deleted while the bot runs is told loudly, answers go on, and no vote is confirmed', async () => {
    const { path, discord, bot, answer } = await answeredScene();
    for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`);
    await expectRefused(discord, answer, ['👍', '👎']);
    expect(await bot.logged(({ msg }) => /was deleted while the bot was running/.test(msg))).toMatchObject({
      level: 50,
      err: { code: 'file-lost' },
    });
    await expectAnswersAllTheSame(discord);
  });

  test('that another program keeps locked delays no answer', async () => {
    const { path, discord, answer } = await answeredScene();
    // The bot may be writing just now.
    const other = new DatabaseSync(path, { timeout: 5_000 });
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    await expectRefused(discord, answer, ['👍']);
    await Promise.all(Array.from({ length: 6 }, () => discord.ask({ text: MEETING, mentionsBot: true })));
    other.exec('rollback');
    await expect
      .poll(
        async () => {
          await discord.interact(press(answer, '👍', { user: discord.people.moderator }));
          return labelsOf(now(discord, answer));
        },
        { timeout: 10_000, interval: 500 },
      )
      .toContain('1');
  });
});

test('a question that cannot be opened again stays taught, and the next Undo does all of it', async () => {
  const { path, discord, bot } = await answeredScene(1);
  const { moderator: user } = discord.people;
  const unknown = 'May I bring my poodle along to the offices?';
  await discord.interact(ask(unknown));
  const screen = shown(await discord.interact(command({ name: 'unanswered', user })));
  const taught = shown(await discord.interact(press(screen, 'Yes, that’s it', { user })));
  const database = new DatabaseSync(path, { timeout: 5_000 });
  onTestFinished(() => database.close());
  database.exec(`create trigger closed before update of settled_at on asked
    when new.settled_at is null begin select raise(abort, 'closed'); end`);
  await discord.interact(press(taught, 'Undo', { user }));
  await bot.logged(({ msg }) => msg === 'interaction failed');
  database.exec('drop trigger closed');
  const undone = shown(await discord.interact(press(taught, 'Undo', { user })));
  expect(textOf(undone)).toContain('Undone. The question is open again.');
  expect(textOf(undone)).toContain('-# 1 of 1');
  expect(textOf((await discord.interact(ask(unknown))).message)).toContain('I don’t know');
});

describe.skipIf(!mayMount)('a disk that runs full', () => {
  test('does not keep anybody from being answered; votes are refused until there is room again', async () => {
    const folder = await disk('size=1m');
    await mkdir(join(folder, 'data'));
    const { discord, bot } = await startedScene({
      env: { DATABASE_URL: join(folder, 'data', 'footnote.db') },
    });
    const answer = shown(await discord.interact(ask(MEETING, {})));
    const { moderator: user } = discord.people;
    const filling = fill(folder);
    await expectAnswersAllTheSame(discord);
    expect(await bot.logged(({ msg }) => msg === 'not saved')).toMatchObject({
      err: { code: 'cannot-write' },
    });
    await expectRefused(discord, answer, ['👍', '👎']);
    const more = await discord.interact(press(await optionsOf(discord, answer), 'Other results'));
    expect(menuOf(shown(more)).options?.length).toBeGreaterThan(1);
    await rm(filling);
    await discord.interact(press(answer, '👍', { user }));
    expect(labelsOf(now(discord, answer))).toContain('1');
    expect(labelsOf(shown(await discord.interact({ ...ask(MEETING), user })))).toContain('👍');
  });
});

describe.skipIf(inject('postgresUrl') === null)('a PostgreSQL database (not run where there is none)', () => {
  test('that crashes and comes back does not keep anybody from being answered, and keeps everything again', async () => {
    const server = await startPostgres();
    if (server === null) throw new Error('TEST_DATABASE_URL names a server, but none can be started here');
    onTestFinished(() => server.remove());
    const { discord, bot } = await startedScene({ env: { DATABASE_URL: server.url } });
    const answer = shown(await discord.interact(ask(MEETING)));
    await discord.interact(press(answer, '👍'));
    expect(labelsOf(now(discord, answer))).toContain('1');

    await server.stop('immediate');
    await expectRefused(discord, now(discord, answer), ['👎']);
    await expectAnswersAllTheSame(discord);
    expect(await bot.logged(({ msg }) => msg.startsWith('Nothing is saved while'))).toMatchObject({
      level: 50,
      err: { code: 'cannot-write' },
    });
    const user = discord.people.administrator;
    for (const subcommand of ['people', 'show']) {
      const { message } = await discord.interact(command({ name: 'settings', subcommand, user }));
      expect([subcommand, textOf(message)]).toEqual([subcommand, expect.stringContaining(NOT_KEPT)]);
    }

    await server.start();
    await untilKept(discord);
    await bot.logged(({ msg }) => msg.startsWith('The database is there again'));
    await discord.interact(press(now(discord, answer), '👎', { user }));
    expect(labelsOf(now(discord, answer)).filter((label) => label === '1')).toHaveLength(2);
    bot.signal('SIGTERM');
    expect(await bot.exited).toBe(0);
  });
});

/** Asks until the answer is kept, which its buttons show. */
function untilKept(discord: LocalDiscord): Promise<Message> {
  const askOnce = async (): Promise<Message> => {
    const answer = shown(await discord.interact(ask(MEETING)));
    expect(labelsOf(answer)).toContain('👍');
    return answer;
  };
  return vi.waitFor(askOnce, { timeout: 10_000, interval: 500 });
}
