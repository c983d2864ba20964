import { expect, test } from 'vitest';
import { button, command, type InteractionRequest, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { startedScene, writeArticles } from './scene.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import { ask, customIdOf, menuOf, now, pick, press, shown, textOf } from './under-answers.ts';

const NEEDED = 'KNOWLEDGE_GUILD_IDS';
const ARTICLES = { 'tower.txt': 'The tower\n\nThe tower was built in 1900.\n' };

const addServers = shareBot(ARTICLES);

interface Place {
  readonly user: Person;
  readonly guild: Guild;
}

/** Somebody who may do everything a server can allow, in the first and in the second one. */
function placesOf({ people, guilds: [home, other] }: LocalDiscord): readonly [Place, Place] {
  if (home === undefined || other === undefined) throw new Error('there are not two servers');
  const bits = memberBits | permission.manageMessages | permission.manageGuild;
  const user = replacePermissions(people.moderator, bits);
  return [
    { user, guild: home },
    { user, guild: other },
  ];
}

const refresh = (at: Place, options: Readonly<Record<string, boolean>> = {}) =>
  command({ name: 'refresh', options, ...at });

/** All that is said in answer, wherever it stands. */
async function said(discord: LocalDiscord, request: InteractionRequest): Promise<string> {
  const { message, followUps } = await discord.interact(request);
  return [message, ...followUps].map(textOf).join();
}

const yearOf = async (discord: LocalDiscord) =>
  /in \*\*(\d+)\*\*/.exec(textOf((await discord.interact(ask('When was the tower built?'))).message))?.[1];

/** The tower of 1900 serves, that of 2000 stands in the folder. */
async function changed({ discord, folder }: Pick<Servers, 'discord' | 'folder'>) {
  await writeArticles(folder, { 'tower.txt': ARTICLES['tower.txt'].replace('1900', '2000') });
  return { discord, places: placesOf(discord) };
}

test('where servers are named, everybody elsewhere is refused, at the command and at each click, and changes nothing', async () => {
  const { discord, places } = await changed(await addServers());
  const [home, other] = places;
  for (const options of [{}, { preview: true }, { undo: true }]) {
    const text = await said(discord, refresh(other, options));
    expect(text).toContain(NEEDED);
    expect(text).toContain(other.guild.id);
  }
  // What stands under a card of the first server, carried off to the other one.
  const there = shown(await discord.interact({ ...ask('When was the tower built?'), ...other }));
  const forged = { message: there, isForged: true, isToldInPart: true, ...other };
  const preview = shown(await discord.interact(refresh(home, { preview: true })));
  expect(await said(discord, button({ ...forged, customId: customIdOf(preview, 'Apply') }))).toContain(
    NEEDED,
  );
  expect(await yearOf(discord)).toBe('1900');
  await discord.interact(press(preview, 'Apply', { user: home.user }));
  expect(await yearOf(discord)).toBe('2000');
  const list = shown(await discord.interact(refresh(home, { undo: true })));
  const { custom_id: customId = '' } = menuOf(list);
  expect(await said(discord, select({ ...forged, customId, values: ['1'] }))).toContain(NEEDED);
  expect(await yearOf(discord)).toBe('2000');
  await discord.interact(pick(list, 1, { user: home.user }));
  expect(textOf(now(discord, list))).toContain('1 changed');
  expect(await yearOf(discord)).toBe('1900');
});

test('the refusal is in the language of whoever reads it', async () => {
  const { discord, places } = await changed(await addServers());
  const [, other] = places;
  expect(await said(discord, { ...refresh(other), locale: 'de' })).toContain(
    'Diese Artikel gelten auch auf anderen',
  );
});

test('where none is named and there are several, nobody has the folder read, nor goes back; the only server does, until the bot is in another one too', async () => {
  const { discord, places } = await changed(
    await startedScene({ articles: ARTICLES, env: { KNOWLEDGE_GUILD_IDS: '' } }),
  );
  for (const place of places)
    for (const options of [{}, { preview: true }, { undo: true }]) {
      const text = await said(discord, refresh(place, options));
      expect(text).toContain(NEEDED);
      expect(text).toContain(place.guild.id);
    }
  expect(await yearOf(discord)).toBe('1900');

  const [home, other] = places;
  discord.removeBotFrom(other.guild);
  await expect.poll(() => said(discord, refresh(home))).toContain('1 changed');
  await expect
    .poll(() => said(discord, refresh(home, { undo: true })))
    .toContain('Restore an earlier version');
  const list = shown(await discord.interact(refresh(home, { undo: true })));
  discord.addBotTo(other.guild);
  await expect.poll(() => said(discord, refresh(home, { undo: true }))).toContain(NEEDED);
  expect(await said(discord, pick(list, 1, { user: home.user }))).toContain(NEEDED);
  expect(await yearOf(discord)).toBe('2000');
  discord.removeBotFrom(other.guild);
  await expect
    .poll(() => said(discord, refresh(home, { undo: true })))
    .toContain('Restore an earlier version');
  await discord.interact(pick(list, 1, { user: home.user }));
  expect(await yearOf(discord)).toBe('1900');
});
