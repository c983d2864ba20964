import { expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { button, command, modalSubmit } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { ModalView } from '../local-discord/rules/body-views.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, now, press, shown, textOf, wordsOf } from './under-answers.ts';

const addServers = shareBot({ 'tower.txt': 'The tower\n\nThe tower is 40 m high.\n' });

const NOTE = { title: 'The harbour café', text: 'The harbour café opens at nine.', url: '' };
const OPENS = 'When does the harbour café open?';
const OWNER = 'Who is the owner of the lighthouse?';

interface Opened {
  readonly modal: ModalView;
  /** The message whose button opened the form. */
  readonly message?: Message;
}

/** A moderator sends the form with these changes; the message that shows what comes of it. */
async function send(
  discord: LocalDiscord,
  { modal, message }: Opened,
  values: Readonly<Record<string, string>>,
  user: Person = discord.people.administrator,
): Promise<Message> {
  const from = message === undefined ? {} : { message };
  const { message: sent } = await discord.interact(modalSubmit({ modal, values, user, ...from }));
  return shown({ message: sent ?? (message && now(discord, message)) });
}

async function openedBy(
  discord: LocalDiscord,
  request: ReturnType<typeof command>,
  message?: Message,
): Promise<Opened> {
  const { modal, message: said } = await discord.interact(request);
  if (modal === undefined) throw new Error(`no form, but: ${textOf(said)}`);
  return { modal, ...(message === undefined ? {} : { message }) };
}

const pressed = (
  discord: LocalDiscord,
  message: Message,
  label: string,
  user = discord.people.administrator,
) => openedBy(discord, press(message, label, { user }), message);

const editing = (article: string, user: Person) =>
  command({ name: 'knowledge', subcommand: 'edit', options: { article: `server/${article}` }, user });

async function addNote(discord: LocalDiscord): Promise<Message> {
  const { administrator: user } = discord.people;
  const form = await openedBy(discord, command({ name: 'knowledge', subcommand: 'add', user }));
  return send(discord, form, NOTE);
}

function addFile(discord: LocalDiscord, name: string, text: string) {
  const file = { name, bytes: new TextEncoder().encode(text) };
  const { moderator: user } = discord.people;
  return discord.interact(command({ name: 'knowledge', subcommand: 'add', options: { file }, user }));
}

const answer = async (discord: LocalDiscord, question = OPENS) =>
  textOf((await discord.interact(ask(question))).message);

/** All that whoever pressed reads then. */
const said = ({ message, followUps }: Outcome): string => [message, ...followUps].map(textOf).join();

/** What a form holds in a field. */
function fieldOf({ modal }: Opened, field: string): unknown {
  const parts = listComponents(modal.components).map(({ component }) => component);
  return parts.find(({ custom_id: id }) => id === field)?.['value'];
}

test('a note opens in its form, and a preview shows the answers before and after, saves exactly that, and is undone', async () => {
  const { discord } = await addServers();
  const { administrator } = discord.people;
  const added = await addNote(discord);
  expect(labelsOf(added).at(-1)).toBe('Edit');
  expect(await answer(discord)).toContain('nine');
  expect(await answer(discord, OWNER)).toContain('I don’t know');

  const form = await pressed(discord, added, 'Edit');
  expect([fieldOf(form, 'title'), fieldOf(form, 'text')]).toEqual([NOTE.title, NOTE.text]);
  const text = 'The harbour café opens at ten.\n\nThe owner of the lighthouse is Lena.';
  const preview = await send(discord, form, { text });
  expect(wordsOf(preview)).toContain('### Preview: The harbour café\nNothing is saved yet.');
  expect(wordsOf(preview)).toContain(
    `**${OPENS}**\n🔴 The harbour café opens at nine.\n🟢 The harbour café opens at ten.`,
  );
  expect(wordsOf(preview)).toMatch(
    /It would answer 1 open question\*\*\n\*\*Who is .*\*\*\n🔴 \*I don’t know\*\n🟢 .*The owner/,
  );
  expect(labelsOf(preview)).toEqual(['Save', 'Edit again', 'Cancel']);
  expect(await answer(discord)).toContain('nine');

  // What was typed is there again, and what comes of it takes the place of the preview.
  const again = await pressed(discord, preview, 'Edit again');
  expect(fieldOf(again, 'text')).toBe(text);
  const second = await send(discord, again, { text: text.replace('ten', 'eleven') });
  expect(second.id).toBe(preview.id);
  expect(wordsOf(second)).toContain('🟢 The harbour café opens at eleven.');
  await discord.interact(press(second, 'Save', { user: administrator }));
  const saved = now(discord, second);
  expect(wordsOf(saved)).toContain('Saved. I answer from the new text from now on.');
  expect(labelsOf(saved)).toEqual(['Undo', 'Edit']);
  expect(await answer(discord)).toContain('eleven');
  await discord.interact(press(saved, 'Undo', { user: administrator }));
  expect(await answer(discord)).toContain('nine');
});

test('the text is not lost where it is refused, is not new, or is cancelled by mistake', async () => {
  const { discord } = await addServers();
  const { administrator: user } = discord.people;
  await addFile(discord, 'rules.md', '---\ntitle: Rules\n---\n\nBe kind.\n');
  const form = await openedBy(discord, editing('rules.md', user));
  expect(fieldOf(form, 'text')).toBe('---\ntitle: Rules\n---\n\nBe kind.\n');
  expect(wordsOf(await send(discord, form, {}))).toContain('already says exactly this');

  const broken = '---\ntitle: "Rules\n---\n\nBe kind.';
  const refused = await send(discord, form, { text: broken });
  expect(wordsOf(refused)).toMatch(/can’t read this file[\s\S]*rules\.md\\:2[\s\S]*\*Edit again\* opens it/);
  const again = await pressed(discord, refused, 'Edit again');
  expect(fieldOf(again, 'text')).toBe(broken);
  const preview = await send(discord, again, { text: broken.replace('"', '').replace('kind', 'polite') });
  expect(wordsOf(preview)).toContain('The latest questions would get the same answers.');
  await discord.interact(press(preview, 'Cancel', { user }));
  expect(wordsOf(now(discord, preview))).toContain('Nothing has changed');
  const save = { message: preview, customId: customIdOf(preview, 'Save'), user };
  const late = await discord.interact(button({ ...save, isForged: true, isToldInPart: true }));
  expect(said(late)).toContain('I no longer have this text');

  await addFile(discord, 'long.txt', `Long\n\n${'It is a long text. '.repeat(220)}\n`);
  const long = await discord.interact(editing('long.txt', user));
  expect(textOf(long.message)).toMatch(/holds 4,000 characters, and long\.txt has more.*knowledge show/);
});

test('what somebody else changed meanwhile is not overwritten, and either text goes on', async () => {
  const { discord } = await addServers();
  const { administrator: user } = discord.people;
  await addFile(discord, 'hours.txt', 'Hours\n\nThe harbour café opens at nine.\n');
  const form = await openedBy(discord, editing('hours.txt', user));
  const preview = await send(discord, form, { text: 'Hours\n\nThe harbour café opens at ten.' });
  await addFile(discord, 'hours.txt', 'Hours\n\nThe harbour café opens at eight.\n');
  await discord.interact(press(preview, 'Save', { user }));
  const told = now(discord, preview);
  expect(wordsOf(told)).toContain('Somebody has changed this article since you opened it');
  expect(labelsOf(told)).toEqual(['Open the new text', 'Go on with mine']);
  expect(await answer(discord)).toContain('eight');
  expect(fieldOf(await pressed(discord, told, 'Open the new text'), 'text')).toContain('eight');
  const mine = await pressed(discord, told, 'Go on with mine');
  expect(fieldOf(mine, 'text')).toContain('ten');
  const again = await send(discord, mine, {});
  expect(wordsOf(again)).toContain('🔴 The harbour café opens at eight.\n🟢 The harbour café opens at ten.');
  await discord.interact(press(again, 'Save', { user }));
  expect(await answer(discord)).toContain('ten');
  // A form that was open all the while.
  expect(wordsOf(await send(discord, form, {}))).toContain('Somebody has changed this article');
});

test('the list opens an article, which is edited, sent as a file and removed there; /knowledge explain edits too', async () => {
  const { discord } = await addServers();
  const { administrator: user } = discord.people;
  await addNote(discord);
  const list = shown(await discord.interact(command({ name: 'knowledge', subcommand: 'list', user })));
  expect(wordsOf(list)).not.toContain('server/');
  const demoted = replacePermissions(user, memberBits | permission.manageMessages);
  await discord.interact(press(list, 'Open', { user: demoted }));
  expect(labelsOf(now(discord, list))).toEqual(['Edit', 'Get the file', 'All articles']);
  await discord.interact(press(now(discord, list), 'All articles', { user }));
  await discord.interact(press(now(discord, list), 'Open', { user }));
  const screen = now(discord, list);
  expect(labelsOf(screen)).toEqual(['Edit', 'Get the file', 'Remove', 'All articles']);
  expect(fieldOf(await pressed(discord, screen, 'Edit'), 'title')).toBe(NOTE.title);
  const { followUps } = await discord
    .dispatch(press(screen, 'Get the file', { user }))
    .until((outcome) => outcome.followUps.length === 1);
  const file = new TextDecoder().decode(
    discord.readFile(shown({ message: followUps[0] }), 'the-harbour-cafe.md'),
  );
  expect(file).toContain(NOTE.text);
  const explain = { name: 'knowledge', subcommand: 'explain', options: { question: OPENS }, user };
  const why = shown(await discord.interact(command(explain)));
  expect(labelsOf(why)).toContain('Edit “The harbour café”');
  await discord.interact(press(screen, 'Remove', { user }));
  expect(wordsOf(now(discord, list))).toContain('Removed **The harbour café**');
  expect(await answer(discord)).toContain('I don’t know');
});

test('only moderators of the server edit', async () => {
  const { discord } = await addServers();
  const { administrator, member } = discord.people;
  const added = await addNote(discord);
  const demoted = replacePermissions(administrator, memberBits);
  for (const request of [editing('the-harbour-cafe.md', member), press(added, 'Edit', { user: demoted })]) {
    const { modal, message } = await discord.interact(request);
    expect([modal, textOf(message)]).toEqual([undefined, expect.stringContaining('Manage Messages')]);
  }
  const form = await pressed(discord, added, 'Edit');
  const text = 'The harbour café opens at six.';
  const { message: refused } = await discord.interact(
    modalSubmit({ modal: form.modal, values: { text }, user: demoted, message: added }),
  );
  expect(textOf(refused)).toContain('Manage Messages');
  const preview = await send(discord, form, { text });
  const late = await discord.interact(press(preview, 'Save', { user: demoted }));
  expect(said(late)).toContain('Manage Messages');
  expect(await answer(discord)).toContain('nine');
});
