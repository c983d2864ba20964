import { describe, expect, test } from 'vitest';
import { button, command } from '../local-discord/interactions/requests.ts';
import { startedScene, startScene } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, now, optionsOf, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const ask = command({ name: 'ask', options: { question: 'When was the meeting held?' } });
const callback = { method: 'POST', path: /callback/ };

describe('REST', () => {
  test.each([500, 502, 503])('a passing %i is tried again', async (status) => {
    const { discord } = await addServers();
    discord.faults.next(callback, { kind: 'status', status });
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });

  test('429 is waited out', async () => {
    const { discord } = await addServers();
    discord.faults.next(callback, { kind: 'rate limit', retryAfterSeconds: 0.2 });
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });

  test('an answer that arrived though its confirmation was lost (40060) is remembered: a reply to it is a follow-up of it', async () => {
    const articles = { 'museum.txt': 'The museum\n\nThe museum was founded in 1952 by Emil Harrow.\n' };
    const { discord } = await addServers({ articles });
    discord.faults.next(callback, { kind: 'accept then reset' });
    const question = 'Who founded the museum?';
    const answer = shown(await discord.interact(command({ name: 'ask', options: { question } })));
    await discord.firstRequest(({ method, path }) => method === 'GET' && path.endsWith('original'));
    const user = discord.people.moderator;
    expect(textOf(await discord.ask({ text: 'when?', replyTo: answer, user }))).toContain('1952');
  });

  test('a vote is shown when the confirmation of its first response was lost (40060)', async () => {
    const { discord } = await addServers();
    const answer = shown(await discord.interact(ask));
    discord.faults.next(callback, { kind: 'accept then reset' });
    await discord.interact(press(answer, '👍'));
    expect(labelsOf(now(discord, answer))).toContain('1');
  });

  test('a private answer is shared all the same when the confirmation was lost (40060)', async () => {
    const { discord } = await addServers();
    const question = 'When was the meeting held?';
    const own = command({ name: 'ask', options: { question, private: true } });
    const answer = shown(await discord.interact(own));
    const options = await optionsOf(discord, answer);
    discord.faults.next(callback, { kind: 'accept then reset' });
    const sharing = discord.dispatch(press(options, 'Share'));
    const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
    expect(textOf(followUps[0])).toContain('September');
  });

  test.each([
    ['5xx that does not pass', { kind: 'status', status: 503 } as const, 3],
    ['a closed connection', { kind: 'close' } as const, 3],
    ['401 to a callback', { kind: 'status', status: 401 } as const, 1],
  ])('%s costs one answer, not the process', async (_, fault, times) => {
    const { discord, bot } = await addServers({ expectedFailures: 1 });
    discord.faults.next(callback, fault, times);
    discord.dispatch(ask);
    const failed = await bot.logged(({ msg }) => msg === 'interaction failed');
    expect(failed['id']).toMatch(/^[0-9a-f]{8}$/);
    discord.faults.clear();
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
    expect(JSON.stringify(bot.log)).not.toContain(discord.token);
  });

  test('/refresh goes on when the confirmation of its defer was lost (40060)', async () => {
    const { discord } = await addServers();
    discord.faults.next(callback, { kind: 'accept then reset' });
    const report = await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    expect(textOf(report.message)).toContain('Nothing has changed');
  });

  test('a failure after the defer is shown as the id that stands in the log', async () => {
    const { discord, bot } = await addServers({ expectedFailures: 1 });
    discord.faults.next({ method: 'PATCH' }, { kind: 'status', status: 503 }, 3);
    const answer = await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const failed = await bot.logged(({ msg }) => msg === 'interaction failed');
    expect(textOf(answer.message)).toContain(failed['id']);
  });

  test('the token refused once connected ends the process for its supervisor', async () => {
    const { bot } = await startScene({
      before: ({ faults }) => faults.next({ path: /commands/ }, { kind: 'status', status: 401 }),
    });
    expect(await bot.exited).toBe(1);
    expect(JSON.stringify(bot.log)).toContain('no longer accepts the token');
  });

  test('the token refused by the gateway in mid-run names the setting', async () => {
    const { discord, bot } = await startedScene();
    discord.faults.closeGateway(4004);
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toContain('DISCORD_TOKEN');
  });
});

describe('interactions', () => {
  test.each([-3600_000, 3600_000])(
    'a clock that is %i ms from Discord’s silences nothing',
    async (aheadMs) => {
      const { discord } = await startedScene({ discord: { now: () => Date.now() + aheadMs } });
      expect(textOf((await discord.interact(ask)).message)).toContain('September');
    },
  );

  test('one that Discord has given up (10062) is logged with how long after its receipt', async () => {
    const { discord, bot } = await addServers();
    discord.faults.next(callback, { kind: 'rate limit', retryAfterSeconds: 0.8 });
    discord.dispatch(command({ name: 'ask', options: { question: 'When?' }, ageMs: 2400 }));
    const late = await bot.logged(({ expected }) => expected === 'too-late');
    expect(late['afterMs']).toBeGreaterThan(799);
    expect(late['afterMs']).toBeLessThan(2400);
  });

  test('a command that is no longer ours is answered politely', async () => {
    const { discord } = await addServers();
    const answer = await discord.interact(command({ name: 'forgotten' }));
    expect(answer.isEphemeral).toBe(true);
    expect(textOf(answer.message)).toContain('This command no longer exists');
  });

  test.each(['junk', 'f1:', 'f1:unknown:1', 'f0:sources:1', 'f1:sources:not-a-page', 'f1:sources:999999'])(
    'a button with the id %j gets an answer',
    async (customId) => {
      const { discord } = await addServers();
      const list = await discord.interact(command({ name: 'sources' }));
      if (list.message === undefined) throw new Error('no list');
      const answer = await discord.interact(button({ message: list.message, customId, isForged: true }));
      expect(textOf(answer.message)).toMatch(/article|no longer works/);
    },
  );
});

describe('gateway', () => {
  test('a dropped socket is resumed, and what was asked meanwhile is answered', async () => {
    const { discord } = await addServers();
    discord.faults.dropGateway();
    const asked = discord.interact(ask);
    await discord.resumed();
    expect(textOf((await asked).message)).toContain('September');
  });

  test('op 7 is followed', async () => {
    const { discord } = await addServers();
    discord.faults.askToReconnect();
    await discord.resumed();
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });

  test('op 9 with a session that can be resumed', async () => {
    const { discord } = await addServers();
    discord.faults.invalidateSession({ isResumable: true });
    await discord.resumed();
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });

  test('a refused resume leads to a new session', async () => {
    const { discord } = await addServers();
    discord.faults.refuseNextResume();
    discord.faults.dropGateway();
    await discord.ready(2);
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });

  test('a connection that only seems alive is replaced', async () => {
    const { discord } = await startedScene({ discord: { heartbeatIntervalMs: 300 } });
    discord.faults.makeZombies();
    await discord.resumed();
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });
});
