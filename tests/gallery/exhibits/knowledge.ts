import { writeArticles } from '../../end-to-end/scene.ts';
import { messageMenu, modalSubmit } from '../../local-discord/interactions/requests.ts';
import type { Exhibit, OpenedForm, ShownMessage } from '../exhibit.ts';
import { requireForm, requireMessage, type Stage } from '../stage.ts';

const CAFE =
  '---\ntitle: The library café\nurl: https://library.example/cafe\n---\n\nThe café serves soup from noon. It has twelve tables.\n';
/** Says a sentence of the article above once more. */
const SUMMER =
  'Summer at the library\n\nThe garden is open until nine. The café serves soup from noon. Concerts are on Fridays.\n';
/** For a role that there is, and for one that there is not. */
const NIGHT_SHIFT =
  '---\ntitle: The night shift\nroles: [Helpers, Night porters]\n---\n\nThe night shift keeps the master key in the safe behind the globe.\n';
const CAFE_QUESTION = 'When does the cafe serve suop?';
/** The articles say only that dogs are not allowed in the building. */
const PETS = 'Where can I leave my cat when I come to the building?';

/** How moderators manage articles and unanswered questions. Played near the end, because these exhibits change the folder. */
export const knowledge: readonly Exhibit[] = [
  { id: 'knowledge-add', caption: '`/knowledge add`: a file is taken in', play: added },
  {
    id: 'knowledge-note',
    caption: '`/knowledge add` without a file: a form',
    play: async (stage) => [
      await stage.openForm({ name: 'knowledge', subcommand: 'add' }, stage.discord.people.moderator),
    ],
  },
  {
    id: 'save-message',
    caption: '“Save as answer” on a message: the form, filled in',
    play: async (stage) => {
      const target = stage.discord.say({
        user: stage.addVisitor('Lena'),
        text: '**Where is the lost property office?**\nIt is on the ground floor, beside the cloakroom.',
      });
      const { moderator: user } = stage.discord.people;
      const outcome = await stage.discord.interact(messageMenu({ name: 'Save as answer', target, user }));
      return [{ message: target }, requireForm(outcome)];
    },
  },
  { id: 'knowledge-list', caption: '`/knowledge list`: two that say the same', play: listed },
  {
    id: 'limited',
    caption: 'An article for some roles: added, and the answer for the asker alone',
    play: limited,
  },
  {
    id: 'knowledge-explain',
    caption: '`/knowledge explain`: why it is answered so, and the *Details*',
    play: (stage) => explainedInDetail(stage, CAFE_QUESTION),
  },
  {
    id: 'knowledge-explain-unknown',
    caption: '`/knowledge explain`: what would help where nothing is answered, and the *Details*',
    play: (stage) => explainedInDetail(stage, 'May I bring my poodle?'),
  },
  { id: 'synonyms', caption: '`/knowledge synonyms`: one was added', play: withSynonym },
  { id: 'missing', caption: '👎: what was missing', play: missed },
  { id: 'missing-form', caption: '👎: *Say what was missing*', play: sayingMissing },
  { id: 'unanswered-entry', caption: '`/unanswered`: the entry asked most often', play: unanswered },
  { id: 'unanswered-teach', caption: '`/unanswered`: the menu of other passages', play: passages },
  {
    id: 'unanswered-missing',
    caption: '`/unanswered`: an answer that a member found unhelpful',
    play: unhelpful,
  },
  { id: 'unanswered', caption: '`/unanswered`: *All questions*', play: allQuestions },
  { id: 'unanswered-write', caption: '`/unanswered`: *Write an answer*', play: writing },
  { id: 'unanswered-taught', caption: '`/unanswered`: taught, and the next entry', play: taught },
  {
    id: 'unanswered-told',
    caption: 'Whoever pressed *Tell me when you know* is told',
    play: (stage) => Promise.resolve([told(stage)]),
  },
  {
    id: 'knowledge-explain-taught',
    caption: '`/knowledge explain`: what was taught can be forgotten',
    play: (stage) => explained(stage, PETS),
  },
  { id: 'unanswered-none', caption: '`/unanswered`: nothing is left', play: settled },
  { id: 'refresh-preview', caption: '`/refresh preview`: what would change', play: previewed },
  { id: 'refresh-discarded', caption: 'A preview discarded', play: discarded },
  { id: 'stats', caption: '`/stats`', play: stats },
  {
    id: 'privacy',
    caption: '`/privacy` with something to delete, and once it is deleted',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      await stage.ask('When does the library open?', { by });
      const shown = await stage.runCommand({ name: 'privacy', by });
      await stage.press(shown, 'Delete everything', by);
      const asked = stage.refresh(shown);
      await stage.press(asked, 'Delete everything', by);
      return [shown, asked, stage.refresh(shown)];
    },
  },
];

async function added(stage: Stage): Promise<readonly ShownMessage[]> {
  return [await adding(stage, 'cafe.md', CAFE)];
}

async function listed(stage: Stage): Promise<readonly ShownMessage[]> {
  await adding(stage, 'summer.txt', SUMMER);
  return [
    await stage.runCommand({ name: 'knowledge', subcommand: 'list', by: stage.discord.people.moderator }),
  ];
}

async function limited(stage: Stage): Promise<readonly ShownMessage[]> {
  const article = await adding(stage, 'night-shift.md', NIGHT_SHIFT);
  const roles = [stage.discord.guilds[0]?.roles.helpers ?? []].flat();
  const answer = await stage.runCommand({
    name: 'ask',
    options: { question: 'Where does the night shift keep the master key?' },
    by: stage.addVisitor('Mia'),
    roles,
  });
  await stage.runCommand({
    name: 'knowledge',
    subcommand: 'remove',
    options: { article: 'server/night-shift.md' },
    by: stage.discord.people.administrator,
  });
  return [article, answer];
}

async function explained(stage: Stage, question = CAFE_QUESTION): Promise<readonly ShownMessage[]> {
  const { moderator: by } = stage.discord.people;
  const options = { question };
  return [await stage.runCommand({ name: 'knowledge', subcommand: 'explain', options, by })];
}

async function explainedInDetail(stage: Stage, question: string): Promise<readonly ShownMessage[]> {
  const { moderator } = stage.discord.people;
  const [card] = await explained(stage, question);
  if (card === undefined) throw new Error('no explanation');
  const details = requireMessage(await stage.press(card, 'Details', moderator));
  return [card, { message: details, above: { kind: 'reply', to: card.message } }];
}

/** The moderator adds a synonym. */
async function withSynonym(stage: Stage): Promise<readonly (ShownMessage | OpenedForm)[]> {
  const { moderator: by } = stage.discord.people;
  const screen = await stage.runCommand({ name: 'knowledge', subcommand: 'synonyms', by });
  const form = requireForm(await stage.press(screen, 'Add a synonym', by));
  const values = { word: 'broth', meaning: 'soup' };
  await stage.discord.interact(modalSubmit({ modal: form.form, message: screen.message, user: by, values }));
  return [form, stage.refresh(screen)];
}

async function unanswered(stage: Stage): Promise<readonly ShownMessage[]> {
  const pets = { text: PETS, mentionsBot: true };
  const mia = stage.addVisitor('Mia');
  const unknown = await stage.discord.ask({ ...pets, user: mia });
  await stage.discord.ask({ ...pets, text: PETS.toLowerCase(), user: stage.addVisitor('Ravi') });
  await stage.discord.ask({ ...pets, user: stage.addVisitor('Lena') });
  await stage.press({ message: unknown }, '🔔', mia);
  return [await queue(stage)];
}

/** Somebody finds an answer unhelpful, and is asked why. */
async function missed(stage: Stage): Promise<readonly ShownMessage[]> {
  const user = stage.addVisitor('Ravi');
  const answer = await stage.ask('When does the library open?', { by: user });
  const message = await stage.pressForMore(answer, '👎', user);
  return [{ message, above: { kind: 'reply', to: answer.message } }];
}

async function sayingMissing(stage: Stage): Promise<readonly (ShownMessage | OpenedForm)[]> {
  const user = stage.addVisitor('Lena');
  const answer = await stage.ask('When does the library open?', { by: user });
  const message = await stage.pressForMore(answer, '👎', user);
  const form = requireForm(await stage.press({ message }, 'Say what was missing', user));
  const values = { missing: 'The hours on holidays. Is it open on **New Year’s Day**?' };
  const said = await stage.discord.interact(modalSubmit({ modal: form.form, message, user, values }));
  return [
    form,
    { message: requireMessage({ ...said, message: said.message ?? stage.refresh({ message }).message }) },
  ];
}

async function passages(stage: Stage): Promise<readonly ShownMessage[]> {
  return [{ ...(await queue(stage)), isMenuOpen: true }];
}

async function unhelpful(stage: Stage): Promise<readonly ShownMessage[]> {
  return [await pressed(stage, await queue(stage), 'Next')];
}

async function allQuestions(stage: Stage): Promise<readonly ShownMessage[]> {
  return [await pressed(stage, await queue(stage), 'All questions')];
}

async function writing(stage: Stage): Promise<readonly OpenedForm[]> {
  const screen = await queue(stage);
  return [requireForm(await stage.press(screen, 'Write an answer', stage.discord.people.moderator))];
}

async function taught(stage: Stage): Promise<readonly ShownMessage[]> {
  const screen = await queue(stage);
  const teller = stage.discord.nextRequest(
    ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
  );
  await stage.pick(screen, 1, stage.discord.people.moderator);
  await teller;
  return [stage.refresh(screen)];
}

/** The moderator dismisses whatever is left. */
async function settled(stage: Stage): Promise<readonly ShownMessage[]> {
  let screen = await queue(stage);
  while (JSON.stringify(screen.message.components).includes('"Dismiss"'))
    screen = await pressed(stage, screen, 'Dismiss');
  return [screen];
}

/** The moderator presses a button of the queue; the message that it changed. */
async function pressed(stage: Stage, screen: ShownMessage, label: string): Promise<ShownMessage> {
  await stage.press(screen, label, stage.discord.people.moderator);
  return stage.refresh(screen);
}

function told({ discord }: Stage): ShownMessage {
  const message = discord.findLastMessage(discord.guilds[0]?.channel.id ?? '');
  const to = discord.findMessage(message?.message_reference?.message_id ?? '');
  if (message === undefined || to === undefined) throw new Error('nobody was told');
  return { message, above: { kind: 'reply', to } };
}

/** The library closes later, and what was mended since the exhibits before is read again. */
async function previewed(stage: Stage): Promise<readonly ShownMessage[]> {
  await stage.ask('When does the library close?');
  await writeArticles(stage.folder, {
    'library.md':
      '---\ntitle: Visiting the Harbour Library\nurl: https://library.example/visit\n---\n\nThe Harbour Library opens at nine in the morning and closes at eight in the evening. On Sundays it is closed.\n',
    'branches/park.md':
      '---\ntitle: The Park branch\n---\n\nThe Park branch has ten desks. It opens at ten.\n',
    'fees.txt': 'Fees\n\nA late book costs 30 cents a day. Films cost 50 cents a day.\n',
    'rooms.txt': 'Rooms to book\n\nA room for four can be booked for two hours.\n',
  });
  const { moderator: by } = stage.discord.people;
  return [await stage.runCommand({ name: 'refresh', options: { preview: true }, by })];
}

async function discarded(stage: Stage): Promise<readonly ShownMessage[]> {
  const { moderator: by } = stage.discord.people;
  const preview = await stage.runCommand({ name: 'refresh', options: { preview: true }, by });
  await stage.press(preview, 'Discard', by);
  return [stage.refresh(preview)];
}

async function stats(stage: Stage): Promise<readonly ShownMessage[]> {
  return [await stage.runCommand({ name: 'stats', by: stage.discord.people.moderator })];
}

function adding(stage: Stage, name: string, text: string): Promise<ShownMessage> {
  const file = { name, bytes: new TextEncoder().encode(text) };
  const { moderator: by } = stage.discord.people;
  return stage.runCommand({ name: 'knowledge', subcommand: 'add', options: { file }, by });
}

function queue(stage: Stage): Promise<ShownMessage> {
  return stage.runCommand({ name: 'unanswered', by: stage.discord.people.moderator });
}
