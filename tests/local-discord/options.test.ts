import { ApplicationCommandOptionType, ChannelType, type ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { autocomplete, command, type OptionValue } from './interactions/requests.ts';
import { replaceRoles } from './world/people.ts';

const { Channel, Integer, Mentionable, Role, String: Text, User } = ApplicationCommandOptionType;

const definition = {
  name: 'set',
  description: 'Set',
  options: [
    { type: Channel, name: 'where', description: 'd', channelTypes: [ChannelType.GuildText] },
    { type: Role, name: 'who', description: 'd' },
    { type: Mentionable, name: 'whom', description: 'd' },
    { type: User, name: 'person', description: 'd' },
    { type: Text, name: 'mood', description: 'd', choices: [{ name: 'Good', value: 'good' }] },
    { type: Text, name: 'word', description: 'd', minLength: 2, maxLength: 3 },
    { type: Integer, name: 'count', description: 'd', minValue: 1, maxValue: 5 },
  ],
} as const;

/** A registered `/set` whose answer is what `read` finds in it. */
async function registered(read: (interaction: ChatInputCommandInteraction) => unknown = () => 'set') {
  const setting = await logIn({
    onInteraction: async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond([]);
      if (interaction.isChatInputCommand()) await interaction.reply(JSON.stringify(read(interaction)));
    },
  });
  await setting.client.application.commands.set([definition]);
  const [home, other] = setting.discord.guilds;
  if (!home || !other) throw new Error('no guilds');
  const seen = async (request: ReturnType<typeof command>): Promise<unknown> =>
    JSON.parse((await setting.discord.interact(request)).message?.content ?? '');
  return { ...setting, home, other, seen };
}

test('channels and roles reach the bot resolved', async () => {
  const { home, seen } = await registered(({ options }) => ({
    where: [options.getChannel('where')?.name, options.getChannel('where')?.type],
    who: options.getRole('who')?.name,
    whom: options.getMentionable('whom'),
  }));
  const { news, helpers } = home.roles;
  const options = { where: home.secondChannel, who: news, whom: helpers };
  expect(await seen(command({ name: 'set', options }))).toMatchObject({
    where: ['help', ChannelType.GuildText],
    who: 'News',
    whom: { name: 'Helpers' },
  });
});

test('members come with the roles that they hold in the guild', async () => {
  const { discord, home, other, seen } = await registered(({ member, options }) => {
    const roles = member?.roles;
    const held = roles && !Array.isArray(roles) ? roles.cache.map(({ name }) => name) : [];
    const target = options.getMember('person')?.roles;
    return [held, target && !Array.isArray(target) ? target.cache.has(home.roles.news.id) : undefined];
  });
  const user = replaceRoles(discord.people.moderator, home.roles.helpers, other.roles.news);
  const person = replaceRoles(discord.people.member, home.roles.news);
  expect(await seen(command({ name: 'set', user, options: { person } }))).toEqual([
    expect.toSatisfy((held: string[]) => held.toSorted().join() === '@everyone,Helpers'),
    true,
  ]);
});

test('without a registered command any channel and role is taken', async () => {
  const { discord } = await logIn({
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply(`${options.getChannel('where')?.name} ${options.getRole('who')?.name}`);
    },
  });
  const [home] = discord.guilds;
  if (!home) throw new Error('no guild');
  const options = { where: home.thread, who: home.roles.news };
  expect((await discord.interact(command({ name: 'set', options }))).message?.content).toBe('a thread News');
});

describe('what Discord does not let a user enter', () => {
  test.each([
    ['where', 'general'],
    ['mood', 'bad'],
    ['word', 'a'],
    ['word', 'abcd'],
    ['count', 0],
    ['count', 6],
    ['count', 1.5],
  ])('cannot be sent: %s %s', async (name, value) => {
    const { discord } = await registered();
    const options = { [name]: value };
    expect(() => discord.dispatch(command({ name: 'set', options }))).toThrow('does not take');
    // While typing, anything can stand there.
    await discord.interact(autocomplete({ name: 'set', options, focused: name }));
  });

  test('cannot be sent: a channel of a type that is not offered, people and roles in each other’s place', async () => {
    const { discord, home } = await registered();
    const wrong: readonly Readonly<Record<string, OptionValue>>[] = [
      { where: home.thread },
      { who: discord.people.member },
      { person: home.roles.news },
      { whom: home.channel },
    ];
    for (const options of wrong) {
      expect(() => discord.dispatch(command({ name: 'set', options }))).toThrow('does not take');
    }
  });

  test('cannot be sent: channels and roles of another guild', async () => {
    const { discord, other } = await registered();
    for (const options of [{ where: other.channel }, { who: other.roles.news }]) {
      expect(() => discord.dispatch(command({ name: 'set', options }))).toThrow('not in the guild');
    }
  });
});
