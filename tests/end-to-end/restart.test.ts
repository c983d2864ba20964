import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { writeArticles } from './scene.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import { ask, labelsOf, MEETING, menuOf, now, pick, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

function home({ guilds }: LocalDiscord) {
  const [guild] = guilds;
  if (guild === undefined) throw new Error('no server');
  return guild;
}

async function withPeople({ discord }: Servers): Promise<void> {
  const { news: role } = home(discord).roles;
  const user = discord.people.administrator;
  await discord.interact(command({ name: 'settings', subcommand: 'people', options: { role }, user }));
}

/** Every button of an answer does what it should. */
async function expectAllWork(discord: LocalDiscord, answer: ReturnType<typeof shown>): Promise<void> {
  const { moderator: user, moderatorElsewhere: other } = discord.people;
  const around = await discord.interact(press(answer, 'Context'));
  expect(textOf(around.message)).toContain('In context');
  const more = await discord.interact(press(answer, 'Other results', { user }));
  expect(menuOf(shown(more)).options?.length).toBeGreaterThan(1);
  const picked = await discord.interact(pick(shown(more), 1, { user }));
  expect(picked.message?.embeds[0]?.description).toMatch(/^> /);
  await discord.interact(press(answer, 'Not helpful', { user }));
  expect(labelsOf(now(discord, answer))).toContain('Not helpful (1)');
  await discord.dispatch(press(answer, 'Ask the helpers')).until(({ followUps }) => followUps.length === 1);
  expect(discord.findLastMessage(home(discord).channel.id)?.content).toContain(MEETING);
  const refused = await discord.interact(press(answer, 'Delete', { user: other }));
  expect(textOf(refused.message)).toContain('or a moderator can use this');
  await discord.interact(press(answer, 'Delete'));
}

test('after a restart every button under an answer works, the votes from before count, a menu can be leafed in, and a private answer shared', async () => {
  const scene = await addServers();
  const { discord } = scene;
  await withPeople(scene);
  const own = shown(await discord.interact(ask(MEETING, { private: true })));
  const more = shown(await discord.interact(press(own, 'Other results')));
  const answer = shown(await discord.interact(ask(MEETING)));
  await discord.interact(press(answer, 'Helpful', { user: discord.people.moderatorElsewhere }));
  await scene.restart();
  expect((await discord.interact(pick(more, 1))).message?.embeds[0]?.description).toMatch(/^> /);
  const sharing = discord.dispatch(press(own, 'Share'));
  const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
  expect(textOf(followUps[0])).toContain('September');
  await expectAllWork(discord, now(discord, answer));
  expect(discord.findMessage(answer.id)).toBeUndefined();
});

test('every button under an answer works after a refresh that adds an article', async () => {
  const scene = await addServers();
  const { discord, folder } = scene;
  await withPeople(scene);
  const answer = shown(await discord.interact(ask(MEETING)));
  await writeArticles(folder, { 'hours.txt': 'Opening hours\n\nThe library opens at nine.\n' });
  await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  await expectAllWork(discord, now(discord, answer));
  expect(discord.findMessage(answer.id)).toBeUndefined();
});

test('with a fresh store what needs it is refused, and all else works', async () => {
  const scene = await addServers();
  const { discord, folder } = scene;
  await withPeople(scene);
  const answer = shown(await discord.interact(ask(MEETING)));
  const more = shown(await discord.interact(press(answer, 'Other results')));
  await scene.restart(() => rm(join(folder, '.store'), { recursive: true }));
  for (const label of ['Other results', 'Helpful', 'Not helpful', 'Ask the helpers']) {
    const refused = await discord.interact(press(answer, label));
    expect([label, refused.isEphemeral, textOf(refused.message)]).toEqual([
      label,
      true,
      expect.stringContaining('I no longer have this question. Please ask again.'),
    ]);
  }
  expect(textOf((await discord.interact(pick(more, 0))).message)).toContain('I no longer have this question');
  expect(now(discord, answer)).toEqual(answer);
  expect(textOf((await discord.interact(press(answer, 'Context'))).message)).toContain('In context');
  await discord.interact(press(answer, 'Delete'));
});
