import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { writeArticles } from './scene.ts';
import { prepareStore, removeStore } from './scene-store.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import {
  ask,
  labelsOf,
  MEETING,
  menuOf,
  now,
  optionsOf,
  pick,
  press,
  share,
  shown,
  textOf,
} from './under-answers.ts';

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
  const around = await discord.interact(press(answer, 'More…'));
  expect(textOf(around.message)).toContain('articles read');
  const more = await discord.interact(
    press(await optionsOf(discord, answer, { user }), 'Other results', { user }),
  );
  expect(menuOf(shown(more)).options?.length).toBeGreaterThan(1);
  const picked = await discord.interact(pick(shown(more), 1, { user }));
  expect(textOf(picked.message)).toContain('-# Russian FCS held a meeting');
  await discord.interact(press(answer, '👎', { user }));
  expect(labelsOf(now(discord, answer))[1]).toBe('1');
  const options = await optionsOf(discord, answer);
  await discord.dispatch(press(options, 'Ask the helpers')).until(({ followUps }) => followUps.length === 1);
  expect(discord.findLastMessage(home(discord).channel.id)?.content).toContain(MEETING);
  const refused = await discord.interact(
    press(await optionsOf(discord, answer, { user: other }), 'Delete', { user: other }),
  );
  expect(textOf(refused.message)).toContain('or a moderator can use this');
  await discord.interact(press(await optionsOf(discord, answer), 'Delete'));
}

test('after a restart every button under an answer works, the votes from before count, a menu can be leafed in, and a private answer shared', async () => {
  const scene = await addServers();
  const { discord } = scene;
  await withPeople(scene);
  const own = shown(await discord.interact(ask(MEETING, { private: true })));
  const more = shown(await discord.interact(press(await optionsOf(discord, own), 'Other results')));
  const answer = shown(await discord.interact(ask(MEETING)));
  await discord.interact(press(answer, '👍', { user: discord.people.moderatorElsewhere }));
  await scene.restart();
  expect(textOf((await discord.interact(pick(more, 1))).message)).toContain('-# Russian FCS held a meeting');
  const sharing = await share(discord, own);
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
  const options = await optionsOf(discord, answer);
  const more = shown(await discord.interact(press(options, 'Other results')));
  await scene.restart(async () => {
    await removeStore(folder);
    await prepareStore(folder);
  });
  for (const [message, label] of [
    [options, 'Other results'],
    [answer, '👍'],
    [answer, '👎'],
    [options, 'Ask the helpers'],
  ] as const) {
    const refused = await discord.interact(press(message, label));
    expect([label, refused.isEphemeral, textOf(refused.message)]).toEqual([
      label,
      true,
      expect.stringContaining('I no longer have this question. Please ask again.'),
    ]);
  }
  expect(textOf((await discord.interact(pick(more, 0))).message)).toContain('I no longer have this question');
  expect(now(discord, answer)).toEqual(answer);
  const later = await optionsOf(discord, answer);
  expect(textOf(later)).toContain('articles read');
  expect(labelsOf(later)).toEqual(['Delete']);
  await discord.interact(press(later, 'Delete'));
});
