import { describe, expect, test } from 'vitest';
import { command, modalSubmit } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import { shareBot } from './shared-bot.ts';
import { ask, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const QUESTION = 'how many zorbles does Russian customs have abroad';
const OFFICES = '8 representative offices';

const listing = (user: Person) => command({ name: 'knowledge', subcommand: 'synonyms', user });

async function answerTo(discord: LocalDiscord, question: string): Promise<string> {
  return textOf((await discord.interact(ask(question))).message);
}

/** The moderator writes a synonym into the form below the list. */
async function written(discord: LocalDiscord, screen: Message, values: Record<string, string>, user: Person) {
  const { modal } = await discord.interact(press(screen, 'Add a synonym', { user }));
  if (modal === undefined) throw new Error('no form');
  return discord.interact(modalSubmit({ modal, values, message: screen, user }));
}

describe('a synonym', () => {
  test('is written, understood, listed and removed, by moderators alone', async () => {
    const { discord } = await addServers();
    const { member, moderator } = discord.people;
    expect(textOf((await discord.interact(listing(member))).message)).toContain(
      'Only moderators can do this',
    );
    const empty = shown(await discord.interact(listing(moderator)));
    expect(textOf(empty)).toContain('No synonyms yet');
    const refused = await written(discord, empty, { word: 'two words', meaning: 'offices' }, moderator);
    expect(textOf(refused.followUps[0])).toContain('A synonym is one word');
    const lost = await written(discord, empty, { word: 'zorbles', meaning: 'xyzzy offices' }, moderator);
    expect(textOf(lost.followUps[0])).toContain('No article contains “xyzzy”');
    const added = await written(
      discord,
      empty,
      { word: '**Zorbles**', meaning: '*representative* offices' },
      moderator,
    );
    expect(textOf(added.message)).toContain('I read “zorbles” in questions as');
    expect(textOf(added.message)).toContain('1 synonym');
    expect(await answerTo(discord, QUESTION)).toContain(OFFICES);
    for (const word of 'abcdefghij')
      await written(discord, empty, { word: `zorb${word}`, meaning: 'offices' }, moderator);
    const full = shown(await discord.interact(listing(moderator)));
    expect(textOf(full)).toContain('page 1 of 2');
    const next = shown(await discord.interact(press(full, 'Next', { user: moderator })));
    expect(textOf(next)).toContain('**zorbles** → ');
    for (const word of 'abcdefghij') {
      const screen = shown(await discord.interact(listing(moderator)));
      const { message } = await discord.interact(press(screen, 'Remove', { user: moderator }));
      expect(textOf(message)).toContain(`Removed: “zorb${word}”.`);
    }
    const list = shown(await discord.interact(listing(moderator)));
    expect(textOf(list)).toContain('**zorbles** → ');
    const removed = shown(await discord.interact(press(list, 'Remove', { user: moderator })));
    expect(textOf(removed)).toContain('Removed: “zorbles”.');
    expect(textOf(removed)).toContain('No synonyms yet');
    const undone = await discord.interact(press(removed, 'Undo', { user: moderator }));
    expect(textOf(undone.message)).toContain('synonym added: zorbles');
  });
});
