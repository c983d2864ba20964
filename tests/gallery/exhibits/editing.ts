import { modalSubmit } from '../../local-discord/interactions/requests.ts';
import type { Exhibit, OpenedForm, ShownMessage } from '../exhibit.ts';
import { requireMessage, type Stage } from '../stage.ts';

const LOST = {
  title: 'Lost property',
  text: 'The lost property office of the library is open on Mondays. Keys are kept for a year.',
  url: '',
};
const LATER =
  'The lost property office of the library is open on Tuesdays.\n\nUmbrellas are kept for a week.';
const WHEN = 'When is the lost property office open?';

/** How a moderator changes an article of the server. */
export const editing: readonly Exhibit[] = [
  { id: 'edit-form', caption: '*Edit*: the form with the note', play: opened },
  { id: 'edit-preview', caption: 'What was typed, and what it would change; then saved', play: saved },
  { id: 'edit-refused', caption: 'A text that cannot be saved is not lost', play: refused },
  { id: 'edit-unchanged', caption: 'A text that changes nothing, and one that comes too late', play: late },
  {
    id: 'article-screen',
    caption: '`/knowledge list`: an article, opened; removed; and back',
    play: removed,
  },
  {
    id: 'added-again',
    caption: '`/knowledge add`: questions to try, the same file once more, and a longer one',
    play: addedAgain,
  },
  {
    id: 'upload-refused',
    caption: '`/knowledge add`: files that cannot be articles',
    play: async (stage) => [
      await add(stage, 'opening-hours.png', 'png'),
      await add(stage, 'rules.md', '---\ntitle: "Rules\n---\n\nBe kind.\n'),
      await add(stage, 'all.txt', `All\n\n${'A long sentence about it. '.repeat(22_000)}`),
    ],
  },
];

async function opened(stage: Stage): Promise<readonly (ShownMessage | OpenedForm)[]> {
  const note = await stage.openForm({ name: 'knowledge', subcommand: 'add' }, who(stage));
  const added = await submit(stage, note, LOST);
  await stage.ask(WHEN);
  await stage.ask('How long are umbrellas kept?');
  return [added, await edit(stage)];
}

async function saved(stage: Stage): Promise<readonly ShownMessage[]> {
  const preview = await submit(stage, await edit(stage), { text: LATER });
  const before = { ...preview };
  await stage.press(preview, 'Save', who(stage));
  return [before, stage.refresh(preview)];
}

async function refused(stage: Stage): Promise<readonly (ShownMessage | OpenedForm)[]> {
  await add(stage, 'garden.md', '---\ntitle: Garden\n---\n\nThe garden is open until nine.\n');
  const form = await edit(stage, 'server/garden.md');
  const broken = { text: '---\ntitle: "Garden\n---\n\nThe garden is open until ten.' };
  return [form, await submit(stage, form, broken)];
}

async function late(stage: Stage): Promise<readonly ShownMessage[]> {
  const form = await edit(stage, 'server/garden.md');
  const same = await submit(stage, form, {});
  await add(stage, 'garden.md', '---\ntitle: Garden\n---\n\nThe garden is open until eight.\n');
  return [same, await submit(stage, form, { text: 'The garden is closed.' })];
}

async function removed(stage: Stage): Promise<readonly ShownMessage[]> {
  const by = who(stage);
  const list = await stage.runCommand({ name: 'knowledge', subcommand: 'list', by });
  await stage.press(list, 'Open', by);
  const screen = stage.refresh(list);
  await stage.press(screen, 'Remove', by);
  const gone = stage.refresh(list);
  await stage.press(gone, 'Undo', by);
  return [screen, gone, stage.refresh(list)];
}

async function addedAgain(stage: Stage): Promise<readonly ShownMessage[]> {
  const asking = '# Bicycles\n\n## Where can I lock my bicycle?\n\nThere are racks behind the building.\n';
  const added = await add(stage, 'bicycles.md', asking);
  const file = 'Parking\n\nBicycles stand behind the building.\n';
  await add(stage, 'parking.txt', file);
  const same = await add(stage, 'parking.txt', file);
  const long = await add(stage, 'parking.txt', `${file}${'It is roofed. '.repeat(400)}`);
  const options = { article: 'server/parking.txt' };
  const command = { name: 'knowledge', subcommand: 'edit', options, by: who(stage) };
  return [added, same, long, await stage.runCommand(command)];
}

const who = ({ discord }: Stage) => discord.people.administrator;

function edit(stage: Stage, article = 'server/lost-property.md'): Promise<OpenedForm> {
  return stage.openForm({ name: 'knowledge', subcommand: 'edit', options: { article } }, who(stage));
}

async function submit(
  stage: Stage,
  { form: modal }: OpenedForm,
  values: Readonly<Record<string, string>>,
): Promise<ShownMessage> {
  const outcome = await stage.discord.interact(modalSubmit({ modal, values, user: who(stage) }));
  return { message: requireMessage(outcome) };
}

function add(stage: Stage, name: string, text: string): Promise<ShownMessage> {
  const file = { name, bytes: new TextEncoder().encode(text) };
  return stage.runCommand({ name: 'knowledge', subcommand: 'add', options: { file }, by: who(stage) });
}
