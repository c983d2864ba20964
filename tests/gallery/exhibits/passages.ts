import { permission } from '../../local-discord/world/permissions.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import type { Stage } from '../stage.ts';

/** What a passage can be, from the FAQ of a game server. */
export const passages: readonly Exhibit[] = [
  {
    id: 'forbidden',
    caption: 'An item of a list: with what introduces it and the items beside it',
    play: async (stage) => [await stage.ask('Can I use Meteor Client?')],
  },
  {
    id: 'allowed',
    caption: 'The same, with a link to press',
    play: async (stage) => [await stage.ask('Is OptiFine allowed?')],
  },
  {
    id: 'steps',
    caption: 'Steps: all of them, with their numbers',
    play: async (stage) => [await stage.ask('How do I get the member role?')],
  },
  {
    id: 'code',
    caption: 'A command to copy and a link',
    play: async (stage) => [await stage.ask('How do I link my account?')],
  },
  {
    id: 'picture',
    caption: 'A passage with a picture',
    play: async (stage) => [await stage.ask('Where are the lockers?')],
  },
  {
    id: 'row',
    caption: 'Rows of a table, each value with its header',
    play: async (stage) => [await stage.ask('How much is Gold?')],
  },
  {
    id: 'address',
    caption: 'A sentence with a host name',
    play: async (stage) => [await stage.ask('What is the server address?')],
  },
  {
    id: 'one-of-many',
    caption: 'One item of a long list, and *More…*: the items around it',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      const answer = await stage.ask('How do I vote for the server?', { by });
      return [answer, await stage.openOptions(answer, by)];
    },
  },
  {
    id: 'without-cards',
    caption: 'Where the bot may not embed links: the same, since its cards are no embeds',
    play: async (stage) => [await plainAnswer(stage)],
  },
];

async function plainAnswer(stage: Stage): Promise<ShownMessage> {
  const { discord } = stage;
  const channel = discord.guilds[0]?.channel;
  if (channel === undefined) throw new Error('no server');
  discord.setBotPermissions(channel, { deny: permission.embedLinks });
  const user = stage.addVisitor('Mia');
  const message = await discord.ask({ text: 'How do I link my account?', mentionsBot: true, user, channel });
  discord.setBotPermissions(channel, { allow: permission.embedLinks });
  return { message };
}
