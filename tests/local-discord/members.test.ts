import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { button, command, modalSubmit, select } from './interactions/requests.ts';

const press = new ButtonBuilder().setCustomId('open').setLabel('Open').setStyle(ButtonStyle.Primary);
const menu = new StringSelectMenuBuilder().setCustomId('which').addOptions({ label: 'One', value: '1' });
const components = [
  new ActionRowBuilder<ButtonBuilder>().addComponents(press),
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
];
const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
const modal = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Why?')
  .addLabelComponents(new LabelBuilder().setLabel('Why?').setTextInputComponent(input));

/** Who acts, as the bot sees them: the guild, their roles, and whether they may manage messages. */
function seenBy({ guild, member, memberPermissions }: Interaction): unknown {
  const roles = member && !Array.isArray(member.roles) ? member.roles.cache.map(({ name }) => name) : [];
  return [guild?.name, roles.toSorted(), memberPermissions?.has('ManageMessages')];
}

/** A bot that notes who acts, in every kind of interaction. */
async function noting() {
  const seen: unknown[] = [];
  const setting = await logIn({
    onInteraction: async (interaction) => {
      seen.push(seenBy(interaction));
      if (interaction.isButton()) await interaction.showModal(modal);
      else if (interaction.isRepliable()) await interaction.reply({ content: 'seen', components });
    },
  });
  const [home, other] = setting.discord.guilds;
  if (!home || !other) throw new Error('no guilds');
  return { ...setting, seen, home, other };
}

type Acting = Omit<Parameters<typeof command>[0], 'name' | 'options'>;

/** A command, a choice, a press and a modal, by the same person. */
async function actInEveryWay({ discord }: Pick<Awaited<ReturnType<typeof noting>>, 'discord'>, by: Acting) {
  const { message } = await discord.interact(command({ name: 'show', ...by }));
  if (!message) throw new Error('no message');
  const { guild: _there, ...who } = by;
  await discord.interact(select({ message, customId: 'which', values: ['1'], ...who }));
  const { modal: opened } = await discord.interact(button({ message, customId: 'open', ...who }));
  if (!opened) throw new Error('no modal');
  await discord.interact(modalSubmit({ modal: opened, message, values: { why: 'a' }, ...who }));
}

const fourTimes = (seen: unknown) => Array.from({ length: 4 }, () => seen);

test('somebody acts with the roles that the test gives them, in whatever they do', async () => {
  const { home, seen, ...setting } = await noting();
  const { moderator } = setting.discord.people;
  await actInEveryWay(setting, { user: moderator, roles: [home.roles.helpers, home.roles.news] });
  expect(seen).toEqual(fourTimes(['Reading Room', ['@everyone', 'Helpers', 'News'], true]));
  await setting.discord.interact(command({ name: 'show', user: moderator }));
  expect(seen.at(-1)).toEqual(['Reading Room', ['@everyone'], true]);
});

test('nobody holds another guild’s role, the bot’s own, or one in direct messages', async () => {
  const { discord, home, other } = await noting();
  const acting = (by: Acting) => () => discord.dispatch(command({ name: 'show', ...by }));
  expect(acting({ roles: [other.roles.news] })).toThrow('nobody holds the role News there');
  expect(acting({ roles: [home.roles.bot] })).toThrow('nobody holds');
  expect(acting({ roles: [home.roles.news], isDm: true })).toThrow('nobody holds');
});

test('the moderator of the second guild acts there as one, and in the first as a member', async () => {
  const { other, seen, ...setting } = await noting();
  const { moderatorElsewhere: user } = setting.discord.people;
  await actInEveryWay(setting, { user, guild: other, roles: [other.roles.helpers] });
  expect(seen).toEqual(fourTimes(['Other Guild', ['@everyone', 'Helpers'], true]));
  await actInEveryWay(setting, { user });
  expect(seen.slice(4)).toEqual(fourTimes(['Reading Room', ['@everyone'], false]));
});
