import { command, type OptionValue } from '../../local-discord/interactions/requests.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import { requireMessage, type Stage } from '../stage.ts';

const QUESTION = 'How many representative offices does Russian customs have abroad?';

/** What the buttons under an answer lead to. */
export const buttons: readonly Exhibit[] = [
  {
    id: 'private',
    caption: 'A private answer',
    play: async (stage) => [await stage.ask(QUESTION, { options: { private: true } })],
  },
  {
    id: 'shared',
    caption: 'The same, shared through *More…*',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      const own = await stage.ask(QUESTION, { by, options: { private: true } });
      const shared = await stage.pressForMore(await stage.openOptions(own, by), '📣', by);
      return [{ message: shared, above: { kind: 'reply', to: own.message } }];
    },
  },
  {
    id: 'options',
    caption: '*More…*: what stands around the passage, where exactly, and the buttons that few need',
    play: withHelpers,
  },
  {
    id: 'more-matches',
    caption: 'Other results, with their menu',
    play: async (stage) =>
      (await pressed(stage, 'Other results')).map((shown) => ({ ...shown, isMenuOpen: true })),
  },
  { id: 'more-matches-picked', caption: 'Another match, picked in that menu', play: pickedMatch },
  { id: 'tell-me', caption: '*Tell me when you know*, pressed', play: toldLater },
  {
    id: 'options-list',
    caption: '*More…* under an answer from a list, and from a table',
    play: optionsOfLists,
  },
  { id: 'votes', caption: 'Votes: the counts stand in the buttons', play: voted },
  {
    id: 'ask-helpers',
    caption: '“Ask the helpers”: the post in the helpers’ channel, the button and a note',
    play: askHelpers,
  },
  {
    id: 'not-yours',
    caption: 'Somebody else’s answer cannot be deleted',
    play: (stage) => pressed(stage, 'Delete'),
  },
  { id: 'cooldown', caption: 'Too many questions in a row', play: tooSoon },
];

/** What pressing a button among the options of an answer shows to whoever pressed it. */
async function pressed(
  stage: Stage,
  sign: string,
  by = stage.addVisitor('Jonas'),
): Promise<readonly ShownMessage[]> {
  const options = await stage.openOptions(await stage.ask(QUESTION), by);
  const outcome = await stage.press(options, sign, by);
  return [{ message: requireMessage(outcome), above: { kind: 'reply', to: options.message } }];
}

/** The options of an answer in a server that has helpers. */
async function withHelpers(stage: Stage): Promise<readonly ShownMessage[]> {
  const answer = await stage.ask(QUESTION);
  await setHelpers(stage, helpersOf(stage));
  const options = await stage.openOptions(answer, stage.addVisitor('Jonas'));
  await setHelpers(stage);
  return [answer, options];
}

/** Without places, the exhibits that follow have no “Ask the helpers”. */
async function setHelpers(
  { discord }: Stage,
  options: Readonly<Record<string, OptionValue>> = {},
): Promise<void> {
  const { administrator: user } = discord.people;
  await discord.interact(command({ name: 'settings', subcommand: 'people', user, options }));
}

async function toldLater(stage: Stage): Promise<readonly ShownMessage[]> {
  const by = stage.addVisitor('Mia');
  const unknown = await stage.ask('Where can I park my bike?', { by });
  await stage.press(unknown, 'Tell me when you know', by);
  return [stage.refresh(unknown)];
}

async function optionsOfLists(stage: Stage): Promise<readonly ShownMessage[]> {
  const by = stage.addVisitor('Jonas');
  const list = await stage.ask('Can I use Meteor Client?');
  const table = await stage.ask('How much is Gold?');
  return [await stage.openOptions(list, by), await stage.openOptions(table, by)];
}

async function pickedMatch(stage: Stage): Promise<readonly ShownMessage[]> {
  const user = stage.addVisitor('Jonas');
  const [more] = await pressed(stage, 'Other results', user);
  if (more === undefined) throw new Error('nothing was shown');
  await stage.pick(more, 1, user);
  return [stage.refresh(more)];
}

async function voted(stage: Stage): Promise<readonly ShownMessage[]> {
  const answer = await stage.ask(QUESTION);
  await stage.press(answer, '👍', stage.addVisitor('Jonas'));
  await stage.press(stage.refresh(answer), '👍', stage.addVisitor('Lena'));
  await stage.press(stage.refresh(answer), '👎', stage.addVisitor('Ravi'));
  return [stage.refresh(answer)];
}

async function askHelpers(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord } = stage;
  const by = stage.addVisitor('Mia');
  const helpers = helpersOf(stage);
  await setHelpers(stage, helpers);
  const unsure = await stage.ask('How big is the quiet room?', { by });
  const note = await stage.pressForMore(unsure, '🙋', by);
  const post = discord.findLastMessage(helpers.channel.id);
  if (post === undefined) throw new Error('the question was not handed on');
  await setHelpers(stage);
  return [
    stage.refresh(unsure),
    { message: note, above: { kind: 'reply', to: unsure.message } },
    { message: post },
  ];
}

function helpersOf({ discord }: Stage) {
  const [guild] = discord.guilds;
  if (guild === undefined) throw new Error('no guild');
  return { channel: guild.secondChannel, role: guild.roles.helpers };
}

async function tooSoon(stage: Stage): Promise<readonly ShownMessage[]> {
  const by = stage.addVisitor('Mia');
  for (let asked = 0; asked < 5; asked += 1) await stage.ask(QUESTION, { by });
  return [await stage.ask(QUESTION, { by })];
}
