import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/routing/commands.ts';
import { command, type OptionValue } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { everyBit } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, MEETING, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

/** Stands in all that the first server keeps, and nowhere else. */
const SECRET = 'Kellmar';
const ARTICLE = `The bridge of ${SECRET}\n\nThe bridge of ${SECRET} was built in 1850. It has nine arches.\n`;
const UNANSWERED = `May I bring my poodle to ${SECRET}?`;

interface Use {
  readonly name: string;
  readonly subcommand?: string;
  /** The options that it cannot do without. */
  readonly needs: readonly string[];
}

/** Every command that Discord shows to some only, as it is registered: a new one is among them by itself. */
const GUARDED: readonly Use[] = COMMANDS.flatMap(({ definition }) => {
  if (definition.default_member_permissions === undefined) return [];
  const { name, options = [] } = definition;
  const subcommands = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand
      ? { name, subcommand: option.name, needs: requiredOf(option.options ?? []) }
      : [],
  );
  return subcommands.length > 0 ? subcommands : [{ name, needs: requiredOf(options) }];
});

function requiredOf(options: readonly { readonly name: string; readonly required?: boolean }[]) {
  return options.filter(({ required }) => required === true).map(({ name }) => name);
}

/** A value for every option that some command cannot do without. */
const VALUES: Readonly<Record<string, OptionValue>> = {
  article: 'server/bridge.txt',
  question: MEETING,
  step: 'strict',
  'by-default': true,
};

function using({ name, subcommand, needs }: Use, by: { readonly user: Person; readonly guild?: Guild }) {
  const options = Object.fromEntries(needs.map((need) => [need, valueFor(need)]));
  return command({ name, ...(subcommand === undefined ? {} : { subcommand }), options, ...by });
}

function valueFor(option: string): OptionValue {
  const value = VALUES[option];
  if (value === undefined) throw new Error(`say in this test what to give for “${option}”`);
  return value;
}

function guildsOf({ guilds: [home, other] }: LocalDiscord) {
  if (home === undefined || other === undefined) throw new Error('there are not two servers');
  return { home, other };
}

/** All that somebody is told by a command, or asked in a form. */
async function told(discord: LocalDiscord, request: ReturnType<typeof using>): Promise<string> {
  const { message, followUps, modal } = await discord.interact(request);
  const attached = (message?.attachments ?? []).map(({ filename }) => filename);
  return [...[message, ...followUps].map(textOf), ...attached, JSON.stringify(modal ?? '')].join('\n');
}

/** The first server has an article, a question left unanswered, one taught, and settings, all with the secret in them. */
async function keptScene() {
  const { discord } = await addServers();
  const { moderator, administrator } = discord.people;
  const { home } = guildsOf(discord);
  const file = { name: 'bridge.txt', bytes: new TextEncoder().encode(ARTICLE) };
  await discord.interact(
    command({ name: 'knowledge', subcommand: 'add', options: { file }, user: moderator }),
  );
  await discord.interact(ask(`What is a poodle in ${SECRET}?`));
  const screen = shown(await discord.interact(command({ name: 'unanswered', user: moderator })));
  await discord.interact(press(screen, 'Yes, that’s it', { user: moderator }));
  await discord.interact(ask(UNANSWERED));
  const options = { channel: home.secondChannel };
  await discord.interact(command({ name: 'settings', subcommand: 'people', options, user: administrator }));
  return discord;
}

/** What the moderators of the first server see of all that it keeps. */
async function keptThere(discord: LocalDiscord): Promise<readonly string[]> {
  const user = discord.people.administrator;
  const seen: string[] = [];
  for (const request of [
    command({ name: 'knowledge', subcommand: 'list', user }),
    command({ name: 'knowledge', subcommand: 'undo', user }),
    command({ name: 'settings', subcommand: 'show', user }),
    command({ name: 'unanswered', user }),
  ])
    seen.push(await told(discord, request));
  return seen;
}

describe('every command that is for some only', () => {
  test('is one that Discord shows to these, and in servers alone', () => {
    expect(GUARDED.length).toBeGreaterThan(15);
    const guarded = COMMANDS.filter(({ definition }) => GUARDED.some(({ name }) => name === definition.name));
    for (const { definition } of guarded) {
      expect(definition).toMatchObject({ contexts: [InteractionContextType.Guild] });
      expect(['8192', '32']).toContain(definition.default_member_permissions);
    }
  });

  test('tells a member, and a moderator of another server, in private what it needs, and changes nothing', async () => {
    const discord = await keptScene();
    const before = await keptThere(discord);
    for (const user of [discord.people.member, discord.people.moderatorElsewhere]) {
      for (const use of GUARDED) {
        const refused = await discord.interact(using(use, { user }));
        const words = expect.stringMatching(/Manage Messages|Manage Server/);
        expect([use, refused.isEphemeral, textOf(refused.message)]).toEqual([use, true, words]);
        expect(labelsOf(shown(refused))).toEqual([]);
      }
    }
    expect(await keptThere(discord)).toEqual(before);
  });

  test('is not there in direct messages', async () => {
    const { discord } = await addServers();
    for (const use of GUARDED) {
      const request = { ...using(use, { user: discord.people.administrator }), isDm: true };
      expect(() => discord.interact(request)).toThrow(`${use.name} is not offered`);
    }
  });

  test('shows whoever manages another server nothing of the first, and changes nothing there', async () => {
    const discord = await keptScene();
    const { home, other } = guildsOf(discord);
    const before = await keptThere(discord);
    expect(before.join()).toContain(SECRET);
    // May do everything there, and is a stranger here.
    const boss = {
      ...replacePermissions(discord.people.administrator, 0n),
      permissionsIn: { [other.id]: everyBit },
    };
    for (const use of GUARDED) {
      const seen = await told(discord, using(use, { user: boss, guild: other }));
      expect([use, seen]).toEqual([use, expect.not.stringContaining(SECRET)]);
      expect([use, seen]).toEqual([use, expect.not.stringContaining(home.secondChannel.id)]);
    }
    expect(await keptThere(discord)).toEqual(before);
  });
});
