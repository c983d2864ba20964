import { expect, test } from 'vitest';
import { button } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  customIdOf,
  labelsOf,
  MEETING,
  menuOf,
  now,
  optionsOf,
  posted,
  press,
  shown,
  textOf,
} from './under-answers.ts';

const addServers = shareBot();

const NOT_MINE = 'This button no longer works';
const FORGOTTEN = 'I no longer have this question';
const GONE = 'no longer in the articles';

const FORGED: readonly (readonly [id: string, told: string])[] = [
  ['junk', NOT_MINE],
  [':::', NOT_MINE],
  ['f1', NOT_MINE],
  ['f1:', NOT_MINE],
  ['f1::helpful', NOT_MINE],
  ['f0:helpful:x', NOT_MINE],
  ['f2:helpful:x', NOT_MINE],
  ['f1:unknown:x', NOT_MINE],
  ['f1:more-pick:x', NOT_MINE],
  ['f1:choice:x', NOT_MINE],
  ['f1:constructor:x', NOT_MINE],
  ['f1:__proto__:x', NOT_MINE],
  ['F1:HELPFUL:x', NOT_MINE],
  [`f1:${'x'.repeat(97)}`, NOT_MINE],
  ['f1:context:', GONE],
  ['f1:options:', GONE],
  ['f1:options:@everyone', GONE],
  ['f1:options:x @everyone +', GONE],
  ['f1:context:@everyone', GONE],
  ['f1:dismiss:', 'Only ? or a moderator'],
  ['f1:dismiss:@everyone', 'Only ? or a moderator'],
  ['f1:dismiss:&12345678901234567', 'Only ? or a moderator'],
  ['f1:delete:', NOT_MINE],
  ['f1:delete:@everyone', NOT_MINE],
  ['f1:delete:123456789012345678', NOT_MINE],
  ...['more', 'near', 'choose', 'helpful', 'not-helpful', 'human'].flatMap((name) => [
    [`f1:${name}:`, FORGOTTEN] as const,
    [`f1:${name}:x' or 1=1 --`, FORGOTTEN] as const,
    [`f1:${name}:${'🦊'.repeat(40)}`, FORGOTTEN] as const,
    [`f1:${name}:a\u0000b`, FORGOTTEN] as const,
    [`f1:${name}:${'x'.repeat(2000)}`, FORGOTTEN] as const,
  ]),
];

const forged = (message: Message, customId: string) => button({ message, customId, isForged: true });
/** The same where the interaction does not tell what stands under the message: what the id says is all there is to judge by. */
const unseen = (message: Message, customId: string) => ({ ...forged(message, customId), isToldInPart: true });

/** Whoever uses these ids under `message` is told that the bot knows nothing of them, and nothing happens. */
async function expectWorthless(
  discord: LocalDiscord,
  message: Message,
  ids: readonly string[],
): Promise<void> {
  for (const customId of ids) {
    const refused = await discord.interact(unseen(message, customId));
    expect([customId, refused.isEphemeral, labelsOf(shown(refused))]).toEqual([customId, true, []]);
    expect(textOf(refused.message)).toContain(FORGOTTEN);
  }
  expect(now(discord, message)).toEqual(message);
}

/** What the buttons of an answer and of its options carry that lead to what was asked. */
async function idsOf(
  discord: LocalDiscord,
  answer: Message,
  where: { readonly isDm?: boolean; readonly user?: Person } = {},
): Promise<readonly string[]> {
  const options = shown(await discord.interact({ ...press(answer, 'More…'), ...where }));
  return [customIdOf(options, 'Other results'), ...['👍', '👎'].map((label) => customIdOf(answer, label))];
}

test('ids that nobody was given are refused politely, to who pressed alone, and change nothing', async () => {
  const { discord } = await addServers();
  const message = shown(await discord.interact(ask(MEETING)));
  const user = discord.people.moderatorElsewhere;
  for (const [customId, told] of FORGED) {
    for (const [sent, words] of [
      [forged(message, customId), NOT_MINE],
      [unseen(message, customId), told],
    ] as const) {
      const refused = await discord.interact({ ...sent, user });
      expect([customId, refused.isEphemeral, textOf(refused.message)]).toEqual([
        customId,
        true,
        expect.stringContaining(words),
      ]);
      expect(shown(refused).mentions).toEqual([]);
    }
  }
  expect(now(discord, message)).toEqual(message);
});

test('the id of an answer is worth nothing in another server, nor in a direct message', async () => {
  const { discord } = await addServers();
  const [, guild] = discord.guilds;
  if (guild === undefined) throw new Error('no second server');
  const secret = shown(await discord.interact(ask(MEETING)));
  const elsewhere = shown(await discord.interact({ ...ask(MEETING), guild }));
  const ids = await idsOf(discord, secret);
  const asked = ids[0]?.slice('f1:more:'.length) ?? '';
  await expectWorthless(discord, elsewhere, [...ids, `f1:human:${asked}`]);
  const direct = shown(await discord.interact({ ...ask(MEETING), isDm: true }));
  await expectWorthless(discord, direct, ids);
  await expectWorthless(discord, secret, await idsOf(discord, direct, { isDm: true }));
  for (const customId of [`f1:more-pick:${asked}`, `f1:choice:${asked}`]) {
    const forgery = { isForged: true, isToldInPart: true };
    const picked = { kind: 'select', message: elsewhere, customId, values: ['x'], ...forgery } as const;
    expect(textOf((await discord.interact(picked)).message)).toContain(FORGOTTEN);
  }
  expect(posted(discord)).toBe(0);
});

test('the id of an answer in a direct message is worth nothing in another one, nor in a group', async () => {
  const { discord } = await addServers();
  const { moderator, member } = discord.people;
  const secret = shown(await discord.interact({ ...ask(MEETING), isDm: true, user: moderator }));
  const own = shown(await discord.interact({ ...ask(MEETING), isDm: true, user: member }));
  const ids = await idsOf(discord, secret, { isDm: true, user: moderator });
  await expectWorthless(discord, own, ids);
  const group = shown(await discord.interact({ ...ask(MEETING), channel: discord.privateChannel }));
  for (const customId of ids) {
    const refused = await discord.interact({ ...unseen(group, customId), install: 'user' });
    expect(textOf(refused.message)).toContain(FORGOTTEN);
  }
});

test('a value that a menu does not offer shows nothing', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask(MEETING)));
  const more = shown(await discord.interact(press(await optionsOf(discord, answer), 'Other results')));
  const { custom_id: customId = '' } = menuOf(more);
  for (const value of ['', '@everyone', 'x'.repeat(100), customIdOf(answer, 'More…').split(' ')[1] ?? '']) {
    const refused = await discord.interact({
      kind: 'select',
      message: more,
      customId,
      values: [value],
      isForged: true,
    });
    expect([value, refused.isEphemeral]).toEqual([value, true]);
    expect(textOf(refused.message)).toContain(GONE);
  }
  const unknown = await discord.interact({
    kind: 'select',
    message: more,
    customId: 'f1:helpful:x',
    values: ['x'],
    isForged: true,
  });
  expect(textOf(unknown.message)).toContain(NOT_MINE);
  expect(now(discord, more)).toEqual(more);
});

test('a button that does not stand under the message does nothing there, whatever it would do elsewhere', async () => {
  const { discord } = await addServers();
  const { member, moderatorElsewhere: user } = discord.people;
  const answer = shown(await discord.interact(ask(MEETING)));
  const own = shown(await discord.interact(ask('How many interdepartmental agreements are signed?')));
  for (const customId of [`f1:dismiss:${user.id}`, 'f1:share:', customIdOf(own, 'More…')]) {
    const refused = await discord.interact({ ...forged(answer, customId), user });
    expect([customId, refused.isEphemeral, textOf(refused.message)]).toEqual([
      customId,
      true,
      expect.stringContaining(NOT_MINE),
    ]);
  }
  expect(now(discord, answer)).toEqual(answer);
  const dismissed = await discord.interact({ ...unseen(answer, `f1:dismiss:${member.id}`), user: member });
  expect(dismissed.isDeleted).toBe(true);
});

test('what everybody sees is not shared once more, even where the interaction does not tell its buttons', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask(MEETING)));
  const refused = await discord.interact(unseen(answer, 'f1:share:'));
  expect([refused.isEphemeral, textOf(refused.message)]).toEqual([true, expect.stringContaining(NOT_MINE)]);
  expect(now(discord, answer)).toEqual(answer);
});

test('an answer that somebody else asked for is not deleted by a forged id, whatever message it names', async () => {
  const { discord } = await addServers();
  const theirs = shown(await discord.interact(ask(MEETING)));
  const user = discord.people.moderatorElsewhere;
  const own = shown(await discord.interact({ ...ask(MEETING), user }));
  const options = await optionsOf(discord, own, { user });
  const said = discord.say({ text: 'No answer at all', user });
  for (const [under, id, told] of [
    [options, theirs.id, 'or a moderator can use this'],
    [options, said.id, NOT_MINE],
    // Under a public message, the button would take that message away as well.
    [theirs, own.id, NOT_MINE],
  ] as const) {
    const refused = await discord.interact({ ...unseen(under, `f1:delete:${id}`), user });
    expect([refused.isEphemeral, textOf(refused.message)]).toEqual([true, expect.stringContaining(told)]);
  }
  for (const message of [theirs, own]) expect(now(discord, message)).toEqual(message);
  expect(discord.findMessage(said.id)).toBeDefined();
});
