import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  autocomplete,
  command,
  messageMenu,
  modalSubmit,
  select,
} from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import {
  ask,
  labelsOf,
  menuOf,
  optionsOf,
  pick,
  press,
  pressLast,
  shown,
  textOf,
  wordsOf,
} from './under-answers.ts';

const addServers = shareBot();

const BRIDGE = 'The bridge of Kellmar\n\nThe bridge of Kellmar was built in 1850. It has nine arches.\n';
const WHEN = 'When was the bridge of Kellmar built?';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const fileOf = (name: string, text = BRIDGE) => ({ name, bytes: bytesOf(text) });

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;

interface Use {
  readonly user?: Person;
  readonly guild?: Guild;
  readonly locale?: string;
}

function knowledge(subcommand: string, options: Parameters<typeof command>[0]['options'], use: Use = {}) {
  return command({ name: 'knowledge', subcommand, ...(options === undefined ? {} : { options }), ...use });
}

/** What a moderator is told, once it is. */
async function told(discord: LocalDiscord, request: ReturnType<typeof command>): Promise<Message> {
  return shown(await discord.interact(request));
}

interface Adding extends Use {
  readonly text?: string;
}

/** A file is added, by the moderator unless told otherwise. */
function adding(discord: LocalDiscord, name: string, { text = BRIDGE, ...use }: Adding = {}) {
  const file = fileOf(name, text);
  return told(discord, knowledge('add', { file }, { user: discord.people.moderator, ...use }));
}

/** The words of a card without what keeps them from being Markdown. */
function unescaped(message: Message): string {
  return wordsOf(message).replace(/\\(?=[^\w\s])/g, '');
}

function otherGuild({ guilds: [, other] }: LocalDiscord): Guild {
  if (other === undefined) throw new Error('no second server');
  return other;
}

async function answerIn(discord: LocalDiscord, guild?: Guild): Promise<string> {
  return textOf(
    (await discord.interact({ ...ask(WHEN), ...(guild === undefined ? {} : { guild }) })).message,
  );
}

describe('/knowledge add', () => {
  test('takes a file in for this server alone, also after a restart, and replaces one of its name', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const added = await adding(discord, 'Old bridge.txt');
    expect(textOf(added)).toMatch(/### The bridge of Kellmar\\nAdded\. It answers questions/);
    expect(textOf(added)).not.toMatch(/server\/|fact/);
    expect(labelsOf(added)).toContain('Undo');
    expect(await answerIn(discord)).toContain('**1850**');
    expect(await answerIn(discord, otherGuild(discord))).not.toContain('1850');
    await scene.restart();
    expect(await answerIn(discord)).toContain('**1850**');
    expect(textOf(await adding(discord, 'Old bridge.txt'))).toContain('already here');
    const replaced = await adding(discord, 'Old bridge.txt', { text: BRIDGE.replace('1850', '1851') });
    expect(textOf(replaced)).toContain('Replaced');
    expect(await answerIn(discord)).toContain('**1851**');
  });

  test('without a file asks for a note, which becomes an article', async () => {
    const { discord } = await addServers();
    const { moderator: user } = discord.people;
    const { modal } = await discord.interact(knowledge('add', undefined, { user }));
    if (modal === undefined) throw new Error('no form');
    const nothing = { title: ' ', text: ' ', url: '' };
    const refused = await discord.interact(modalSubmit({ modal, values: nothing, user }));
    expect(textOf(refused.message)).toContain('Nothing was added.');
    const file = {
      name: 'ferry.txt',
      bytes: new TextEncoder().encode('Ferry\n\nThe ferry of Kellmar sank in 1790.\n'),
    };
    const uploaded = await discord.interact(modalSubmit({ modal, values: { file: [file] }, user }));
    expect(textOf(uploaded.message)).toContain('Added. It answers');
    const values = {
      title: 'Kellmar: "the" bridge\u0000 --- @everyone',
      text: 'The bridge of Kellmar was built in 1850.',
      url: 'https://example.org/bridge',
    };
    const added = await discord.interact(modalSubmit({ modal, values, user }));
    expect(textOf(added.message)).toContain('Added. It answers');
    expect(textOf(added.message)).toContain('everyone');
    expect(await answerIn(discord)).toContain('**1850**');
    const again = await discord.interact(modalSubmit({ modal, values, user }));
    expect(textOf(again.message)).toContain('Added. It answers');
    const list = await told(discord, knowledge('list', undefined, { user }));
    expect(textOf(list)).toMatch(/ kellmar-the-bridge-everyone-2\.md/);
  });

  test.each([
    ['a picture', { name: 'bridge.png', text: BRIDGE }, 'ends in .md, .mdx'],
    ['no text', { name: 'bridge.txt', text: 'The bridge\n' }, 'nothing has changed'],
    ['half a file', { name: 'bridge.md', text: '---\ntitle: The bridge\n' }, 'nothing has changed'],
    ['bytes', { name: 'bridge.txt', text: 'The bridge\n\nBuilt\u0000in 1850.' }, 'nothing has changed'],
    ['a bomb of anchors', { name: 'bridge.md', text: `---\n${bomb()}title: *i\n---\n\nText.\n` }, 'bridge.'],
    ['a tag', { name: 'bridge.md', text: '---\ntitle: !!js/function "x"\n---\n\nText here.\n' }, 'bridge.'],
    [
      'too much',
      { name: 'bridge.txt', text: `The bridge\n\n${'A long sentence about it. '.repeat(22_000)}` },
      '512 KB',
    ],
    [
      'a title of 4,000 characters',
      { name: 'bridge.txt', text: `${'Bridge '.repeat(600)}\n\nIt is long.\n` },
      'Added. It answers',
    ],
  ])('survives %s, and says what is wrong', async (_, file, words) => {
    const { discord } = await addServers();
    expect(textOf(await adding(discord, file.name, { text: file.text }))).toContain(words);
    expect(await answerIn(discord)).not.toContain('1850');
  });

  test.each([
    [
      'ru',
      [
        'Я не могу прочитать этот файл как статью, поэтому ничего не изменилось.',
        'bridge.md:1: Front matter, который здесь начинается, не закрыт. Добавьте строку «---» между front matter и текстом.',
      ],
      'bridge.md:3: «captured» — не дата вида YYYY-MM-DD. Напишите так: «captured: 2018-12-17».',
    ],
    [
      'de',
      [
        'Diese Datei kann ich nicht als Artikel lesen, deshalb hat sich nichts geändert.',
        'bridge.md:1: Das Front Matter, das hier beginnt, wird nie geschlossen. Setz eine Zeile „---“ zwischen das Front Matter und den Text.',
      ],
      'bridge.md:3: „captured“ ist kein Datum der Form YYYY-MM-DD. Schreib es so: „captured: 2018-12-17“.',
    ],
  ])('tells who reads “%s” in that language what is wrong with a file', async (locale, refused, warned) => {
    const { discord } = await addServers();
    const broken = await adding(discord, 'bridge.md', { text: '---\ntitle: The bridge\n', locale });
    expect(unescaped(broken)).toBe(refused.join('\n'));
    const dated = '---\ntitle: The bridge\ncaptured: yesterday\n---\n\nIt has nine arches.\n';
    expect(unescaped(await adding(discord, 'bridge.md', { text: dated, locale }))).toContain(warned);
  });

  test('takes no folder from a hostile name', async () => {
    const { discord } = await addServers();
    const { moderator: user } = discord.people;
    const file = { ...fileOf('../../etc/bridge.md', '---\ntitle: B\n---\n\nA text.\n'), isNameForged: true };
    expect(textOf(await told(discord, knowledge('add', { file }, { user })))).toContain('Added. It answers');
    const list = textOf(await told(discord, knowledge('list', undefined, { user })));
    expect(list).toMatch(/ bridge\.md/);
    expect(list).not.toContain('etc');
  });

  test('says so where the file cannot be fetched', async () => {
    const { discord } = await addServers();
    discord.faults.next({ path: /^\/ephemeral-attachments\// }, { kind: 'status', status: 503 });
    expect(textOf(await adding(discord, 'bridge.txt'))).toContain('couldn’t get the file');
  });
});

test('an added article says which questions it answers, of the queue too, and offers to try them', async () => {
  const { discord } = await addServers();
  const { moderator: user, administrator } = discord.people;
  await discord.interact(ask(WHEN));
  const text =
    '# Bridges\n\n## When was the bridge of Kellmar built?\n\nThe bridge of Kellmar was built in 1850.\n';
  const added = await adding(discord, 'bridges.md', { text, user: administrator });
  expect(textOf(added)).toMatch(/### Bridges.*It answers 1 open question of <\/unanswered:\d+>.*Try it/);
  expect(labelsOf(added)).toEqual([WHEN, 'Undo', 'Edit']);
  expect(textOf(await told(discord, press(added, WHEN, { user: administrator })))).toContain('1850');
  const undone = await told(discord, press(added, 'Undo', { user: administrator }));
  expect(textOf(undone)).toContain('Undone. Now removed: Bridges');
  expect(await answerIn(discord)).not.toContain('1850');
  expect(labelsOf(undone)).toEqual(['Redo']);
  const redone = await told(discord, press(undone, 'Redo', { user: administrator }));
  expect(textOf(redone)).toContain('Done again. Now added: Bridges');
  expect(labelsOf(redone)).toEqual(['Undo']);
  await told(discord, press(redone, 'Undo', { user: administrator }));
  expect(textOf(await adding(discord, 'message.txt', { user }))).toContain('Added. It answers');
});

test('a replaced or removed article says which taught answers it loses; a sentence that stays keeps its own', async () => {
  const { discord } = await addServers();
  const { moderator: user, administrator } = discord.people;
  const text = '# Kellmar\n\nThe harbour of Kellmar opens at nine.\n\nThe viaduct of Kellmar is closed.\n';
  await adding(discord, 'kellmar.md', { text });
  const teach = async (question: string, passage: string) => {
    const why = await told(discord, knowledge('explain', { question }, { user }));
    const at = (menuOf(why).options ?? []).findIndex(({ label }) => label?.includes(passage));
    await told(discord, pick(why, at, { user }));
  };
  await teach('kellmar *harbour* hrs', 'opens at nine');
  await teach('kellmar rails', 'is closed');
  const changed = text.replace('opens at nine', 'opens at eight').replace('is closed', 'is **closed**');
  const replaced = await adding(discord, 'kellmar.md', { text: changed });
  expect(textOf(replaced)).toMatch(
    /⚠️ 1 taught answer no longer fits: “kellmar \\\\\*harbour\\\\\* hrs”\. Choose the passage again: <\/knowledge explain:\d+>/,
  );
  expect(textOf((await discord.interact(ask('kellmar rails'))).message)).toContain('viaduct');
  const removing = knowledge('remove', { article: 'server/kellmar.md' }, { user: administrator });
  const removed = await told(discord, removing);
  expect(textOf(removed)).toContain('1 taught answer no longer fits: “kellmar rails”.');
  const undone = await told(discord, press(removed, 'Undo', { user: administrator }));
  expect(textOf(undone)).not.toContain('no longer fits');
  expect(textOf((await discord.interact(ask('kellmar rails'))).message)).toContain('viaduct');
  const again = await told(discord, press(undone, 'Redo', { user: administrator }));
  expect(textOf(again)).toContain('1 taught answer no longer fits: “kellmar rails”.');
});

test('an added article says which articles it repeats, and offers headings that it answers, but not its title', async () => {
  const { discord } = await addServers();
  const text =
    '# Corner Rules\n\nBe kind.\n\n## Forbidden mods\n\nThe forbidden mods are Meteor and Baritone.\n';
  const first = await adding(discord, 'rules.md', { text });
  expect(textOf(first)).not.toContain('repeats');
  expect(labelsOf(first)).toEqual(['Forbidden mods', 'Undo', 'Edit']);
  const plain = 'Mods\n\nForbidden mods are Meteor and Baritone.\n';
  const second = await adding(discord, 'mods.txt', { text: plain });
  expect(textOf(second)).toContain('👥 It repeats what stands in **Corner Rules**.');
  expect(labelsOf(second)).toEqual(['Undo', 'Edit']);
});

test('a moderator undoes what they added and wrote, and neither what others did nor settings', async () => {
  const { discord } = await addServers();
  const { moderator: user, administrator } = discord.people;
  await adding(discord, 'tower.txt', { text: 'The tower\n\nThe tower is old.\n', user: administrator });
  const added = await adding(discord, 'bridge.txt');
  const list = await told(discord, knowledge('undo', undefined, { user }));
  expect(textOf(list)).toMatch(/added: The tower.*You can undo your own changes of articles/);
  expect(labelsOf(list)).toEqual(['Undo']);
  const undone = await told(discord, press(added, 'Undo', { user }));
  expect(textOf(undone)).toContain('Undone. Now removed: The bridge of Kellmar');
  const others = await told(discord, knowledge('undo', undefined, { user: administrator }));
  const lesser = replacePermissions(administrator, memberBits | permission.manageMessages);
  const notTheirs = await discord.interact(press(others, 'Undo', { user: lesser }));
  expect(textOf(notTheirs.message)).toContain('you need the permission “Manage Server”');
  const back = await told(discord, press(undone, 'Redo', { user }));
  expect(await answerIn(discord)).toContain('1850');
  const demoted = replacePermissions(user, memberBits);
  const refused = await discord.interact(press(back, 'Undo', { user: demoted }));
  expect(textOf(refused.message)).toContain('Manage Messages');
});

describe('“Save as answer”', () => {
  const SAVE = 'Save as answer';

  test('opens the form with the words of a message, which become an article', async () => {
    const { discord } = await addServers();
    const { moderator: user, member } = discord.people;
    const words = `**${WHEN}**\nThe bridge of Kellmar was built in 1850. Ask <@${member.id}>.`;
    const target = discord.say({ text: words });
    const { modal } = await discord.interact(messageMenu({ name: SAVE, target, user }));
    if (modal === undefined) throw new Error('no form');
    expect(JSON.stringify(modal)).toContain(`"value":"${WHEN}"`);
    expect(JSON.stringify(modal)).not.toContain(`<@${member.id}>`);
    const values = { title: WHEN, text: 'The bridge of Kellmar was built in 1850.', url: '' };
    const added = shown(await discord.interact(modalSubmit({ modal, values, user })));
    expect(textOf(added)).toContain('Added. It answers');
    expect(labelsOf(added)).toEqual([WHEN, 'Undo', 'Edit']);
    expect(await answerIn(discord)).toContain('1850');
  });

  test('is for moderators, and for messages with text', async () => {
    const { discord } = await addServers();
    const { moderator: user, member } = discord.people;
    const target = discord.say({ text: 'It opens at nine.' });
    const refused = await discord.interact(messageMenu({ name: SAVE, target, user: member }));
    expect(textOf(refused.message)).toContain('Manage Messages');
    const empty = discord.say({ text: ' ' });
    const none = await discord.interact(messageMenu({ name: SAVE, target: empty, user }));
    expect(textOf(none.message)).toContain('has no text that I could save');
  });
});

test('/knowledge explain tells moderators why, from the server’s own articles too, and what is hostile does no harm', async () => {
  const { discord } = await addServers();
  const { moderator: user, member } = discord.people;
  await adding(discord, 'bridge.txt');
  const why = await told(
    discord,
    knowledge('explain', { question: 'When was the brigde of Kellmar bilt?' }, { user }),
  );
  expect(textOf(why)).toMatch(/Why this answer.*🟩 \*\*Answered\*\*: the passage fits the question/);
  expect(textOf(why)).toMatch(
    /What I show\*\*\\n> .*1850.*1\. \*\*[^*]+\*\*\\nThe bridge of Kellmar was built in 1850\./,
  );
  expect(textOf(why)).not.toMatch(/confidence|score/);
  expect(labelsOf(why)).toEqual(expect.arrayContaining(['Show the article', 'Details']));
  const details = await told(discord, press(why, 'Details', { user }));
  expect(textOf(details)).toMatch(
    /asks for a date.*“brigde” corrected to “bridge”.*confidence \d+\u00a0%.*score/,
  );
  const article = await told(discord, press(why, 'Show the article', { user }));
  expect(textOf(article)).toContain('1850');
  const hostile = `${'@everyone **x** [a](https://evil.example) '.repeat(90)}?`;
  const hard = await told(discord, knowledge('explain', { question: hostile }, { user }));
  expect(hard.mention_everyone).toBe(false);
  const refused = await told(discord, knowledge('explain', { question: WHEN }, { user: member }));
  expect(textOf(refused)).toContain('Manage Messages');
});

test('/knowledge explain says what would help, and teaches the passage that a moderator chooses, asked or not', async () => {
  const { discord } = await addServers();
  const { moderator: user } = discord.people;
  await adding(discord, 'bridge.txt');
  const question = 'Is there a viaduct of Kellmar?';
  const why = await told(discord, knowledge('explain', { question }, { user }));
  expect(textOf(why)).toMatch(/What would help\*\*\\n- If a passage above answers it, choose it below/);
  expect(textOf(why)).toMatch(/write a note: <\/knowledge add:\d+>/);
  const demoted = { user: replacePermissions(user, memberBits) };
  const refused = discord.dispatch(pick(why, 0, demoted));
  const { followUps } = await refused.until(({ followUps: more }) => more.length === 1);
  expect(textOf(followUps[0])).toContain('Manage Messages');
  const taught = await told(discord, pick(why, 0, { user }));
  expect(textOf(taught)).toContain('viaduct of Kellmar');
  const answer = shown(await discord.interact(ask(question)));
  expect(textOf(answer)).toMatch(/Kellmar/);
  expect(textOf(answer)).not.toContain('I don’t know');
  expect(labelsOf(taught)).toEqual(['Forget this answer']);
  expect(textOf(await told(discord, press(taught, 'Forget this answer', { user })))).toContain('Forgotten');
});

test('a moderator corrects an answer under it, however long the question is; members see no button for that', async () => {
  const { discord } = await addServers();
  const { moderator: user } = discord.people;
  await adding(discord, 'bridge.txt');
  await adding(discord, 'viaduct.txt', {
    text: 'The viaduct\n\nThe viaduct of Kellmar was built in 1901.\n',
  });
  const question = `When was the bridge of Kellmar built, ${'please tell me '.repeat(5)}?`;
  expect(question.length).toBeGreaterThan(100);
  const answer = shown(await discord.interact(ask(question)));
  const WHY = 'Why this answer?';
  expect(labelsOf(await optionsOf(discord, answer))).not.toContain(WHY);
  const options = await optionsOf(discord, answer, { user });
  const why = await told(discord, press(options, WHY, { user }));
  expect(textOf(why)).toMatch(/Why this answer.*bridge of Kellmar built.*What would help/);
  const details = await told(discord, press(why, 'Details', { user }));
  expect(textOf(details)).toContain('How I read the question');
  const other = (menuOf(why).options ?? []).findIndex(({ label }) => label?.includes('viaduct'));
  expect(textOf(await told(discord, pick(why, other, { user })))).toContain('viaduct');
  expect(textOf((await discord.interact(ask(question))).message)).toContain('1901');
  const demoted = await discord.interact(press(options, WHY, { user: replacePermissions(user, memberBits) }));
  expect(textOf(demoted.message)).toContain('Manage Messages');
});

test('/knowledge explain teaches through the queue where the question is too long for a menu', async () => {
  const { discord } = await addServers();
  const { moderator: user } = discord.people;
  await adding(discord, 'bridge.txt');
  const question = `When was the bridge of Kellmar built, ${'and who built it '.repeat(6)}?`;
  const outcome = discord.dispatch(knowledge('explain', { question }, { user }));
  const { message, followUps } = await outcome.until(({ followUps: more }) => more.length === 1);
  expect(textOf(message)).toMatch(/for a question as long as this, open it in <\/unanswered:\d+>/);
  expect(labelsOf(shown({ message }))).not.toContain('Details');
  expect(textOf(followUps[0])).toContain('How I read the question');
});

test('an article is found by its title and by the name of its file; one of several of a name has to be chosen', async () => {
  const { discord } = await addServers();
  const { moderator: user, administrator } = discord.people;
  await adding(discord, 'How-to-join.md', { text: '# How to join\n\nPress the door of the tower.\n' });
  await adding(discord, 'rules.txt', { text: 'The rules\n\nBe kind to the ferry.\n' });
  await adding(discord, 'old rules.txt', { text: 'The Rules\n\nBe kind to the tower.\n' });
  const show = (article: string) => told(discord, knowledge('show', { article }, { user }));
  for (const name of [
    'How to join',
    'how-to-join.md',
    'How-to-join',
    'server/How-to-join.md',
    ' HOW  TO JOIN ',
  ])
    expect((await show(name)).attachments.map(({ filename }) => filename)).toEqual(['How-to-join.md']);
  expect(textOf(await show('rules'))).not.toContain('More than one');
  expect(textOf(await show('the rules'))).toMatch(/More than one article.*old_rules\.txt and rules\.txt/);
  expect(textOf(await show('nothing'))).toContain('no article of that name');
  const { modal } = await discord.interact(knowledge('edit', { article: 'how to join' }, { user }));
  expect(JSON.stringify(modal)).toContain('Press the door');
  const offered = await discord.interact(
    autocomplete({
      name: 'knowledge',
      subcommand: 'show',
      options: { article: 'TO JOIN' },
      focused: 'article',
      user,
    }),
  );
  expect(offered.choices).toEqual([{ name: 'How to join · How-to-join.md', value: 'server/How-to-join.md' }]);
  const removed = await told(
    discord,
    knowledge('remove', { article: 'How to join' }, { user: administrator }),
  );
  expect(textOf(removed)).toContain('Removed **How to join**');
});

describe('what a server keeps', () => {
  test('is listed, shown and exported as files, removed by who manages the server, and taken back', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    await adding(discord, 'bridge.txt');
    await adding(discord, 'copy.txt', { text: BRIDGE.replace('The bridge of Kellmar\n', 'A copy\n') });
    const list = textOf(await told(discord, knowledge('list', undefined, { user: moderator })));
    expect(list).toMatch(/own: 2 articles.*The bridge of Kellmar.* bridge\.txt.*repeats: A copy/);
    const path = 'server/bridge.txt';
    const file = await told(discord, knowledge('show', { article: path }, { user: moderator }));
    expect(new TextDecoder().decode(discord.readFile(file, 'bridge.txt'))).toBe(BRIDGE);
    const all = await told(discord, knowledge('export', undefined, { user: moderator }));
    const files = unzipSync(new Uint8Array(discord.readFile(all, 'articles.zip')));
    expect(Object.keys(files)).toEqual(['bridge.txt', 'copy.txt']);

    const refused = await told(discord, knowledge('remove', { article: path }, { user: moderator }));
    expect(textOf(refused)).toContain('Manage Server');
    const removed = await told(discord, knowledge('remove', { article: path }, { user: administrator }));
    expect(textOf(removed)).toContain('Removed **The bridge of Kellmar**');
    await told(discord, knowledge('remove', { article: 'server/copy.txt' }, { user: administrator }));
    expect(await answerIn(discord)).not.toContain('1850');
    await discord.interact(press(removed, 'Undo', { user: administrator }));
    expect(await answerIn(discord)).toContain('**1850**');
    const changes = await told(discord, knowledge('undo', undefined, { user: administrator }));
    expect(wordsOf(changes)).toMatch(
      new RegExp(
        `added: The bridge of Kellmar\\n-# .*\\nremoved: copy.txt\\n-# <@${administrator.id}> · <t:`,
      ),
    );
    expect(wordsOf(changes)).not.toContain('server/');
    // Of five changes, two are the latest of their article.
    expect(labelsOf(changes)).toEqual(['Undo', 'Undo']);
    const read = await told(discord, knowledge('undo', undefined, { user: moderator }));
    expect(labelsOf(read)).toEqual([]);
    const opened = await told(discord, knowledge('undo', undefined, { user: administrator }));
    await discord.interact(pressLast(changes, 'Undo', { user: administrator }));
    const again = textOf(await told(discord, knowledge('list', undefined, { user: moderator })));
    expect(again).toContain('own: 2 articles');
    const twice = await discord.interact(pressLast(opened, 'Undo', { user: administrator }));
    expect(textOf(twice.message)).toContain('can no longer be undone');
    // Earlier versions sent a menu of the changes.
    const [, number = ''] = /f1:undo-change:(\d+)/.exec(JSON.stringify(opened.components)) ?? [];
    const menu = { message: opened, customId: 'f1:undo-change-pick:', values: [number] };
    const old = { ...menu, user: administrator, isForged: true, isToldInPart: true };
    expect(textOf((await discord.interact(select(old))).message)).toContain(
      'Undone. Now removed: The bridge',
    );
  });

  test('is listed in pages, each acknowledged before it is worked out', async () => {
    const { discord } = await addServers();
    const { moderator: user } = discord.people;
    const names = Array.from({ length: 11 }, (_, n) => `bridge-${n + 10}.txt`);
    await Promise.all(names.map((name) => adding(discord, name)));
    const listing = discord.dispatch(knowledge('list', undefined, { user }));
    expect(await listing.acknowledged()).toMatchObject({ type: DEFERRED_MESSAGE, message: undefined });
    const { message: first, isEphemeral } = await listing.final();
    expect(isEphemeral).toBe(true);
    expect(textOf(first)).toMatch(/own: 11 articles.*bridge-16\.txt.*page 1 of 2/);
    expect(textOf(first)).not.toContain('bridge-17.txt');
    const turning = discord.dispatch(press(shown({ message: first }), 'Next', { user }));
    expect(await turning.acknowledged()).toMatchObject({ type: DEFERRED_UPDATE });
    expect(textOf((await turning.final()).message)).toMatch(/own: 11 articles.*bridge-20\.txt/);
  });

  test('is not for members, nor for moderators of other servers, nor there in direct messages', async () => {
    const { discord } = await addServers();
    await adding(discord, 'bridge.txt');
    const { member, moderatorElsewhere, administrator } = discord.people;
    for (const user of [member, moderatorElsewhere]) {
      for (const [subcommand, options] of [
        ['add', { file: fileOf('x.txt') }],
        ['list', undefined],
        ['show', { article: 'server/bridge.txt' }],
        ['export', undefined],
        ['undo', undefined],
      ] as const) {
        const refused = await told(discord, knowledge(subcommand, options, { user }));
        expect([subcommand, textOf(refused)]).toEqual([
          subcommand,
          expect.stringContaining('Manage Messages'),
        ]);
      }
    }
    const guild = otherGuild(discord);
    const theirs = knowledge('list', undefined, { user: moderatorElsewhere, guild });
    expect(textOf(await told(discord, theirs))).toContain('no articles of its own');
    const elsewhere = knowledge('remove', { article: 'server/bridge.txt' }, { user: administrator, guild });
    // Who may remove articles there has no say over those of this server.
    expect(textOf(await told(discord, elsewhere))).toContain('no article of that name');
    expect(await answerIn(discord)).toContain('**1850**');
    const inPrivate = { ...knowledge('list', undefined, { user: administrator }), isDm: true };
    expect(() => discord.dispatch(inPrivate)).toThrow('is not offered');
  });

  test('is what two moderators added at once, and the last of what both changed', async () => {
    const { discord } = await addServers();
    const { moderator, administrator } = discord.people;
    const later = BRIDGE.replace('1850', '1851');
    await Promise.all([
      adding(discord, 'a.txt', { user: moderator }),
      adding(discord, 'b.txt', { text: 'The harbour\n\nIt has two moles.\n', user: administrator }),
      adding(discord, 'a.txt', { text: later, user: administrator }),
      discord.interact(command({ name: 'refresh', user: moderator })),
    ]);
    const list = textOf(await told(discord, knowledge('list', undefined, { user: moderator })));
    expect(list).toContain('own: 2 articles');
    const changes = textOf(await told(discord, knowledge('undo', undefined, { user: moderator })));
    const changers = [...changes.matchAll(/The bridge of Kellmar\\n-# <@(\d+)>/g)].map(
      ([, changer = '']) => changer,
    );
    expect(changers.toSorted()).toEqual([moderator.id, administrator.id].toSorted());
    const request = knowledge('show', { article: 'server/a.txt' }, { user: moderator });
    const kept = new TextDecoder().decode(discord.readFile(await told(discord, request), 'a.txt'));
    const texts = new Map([
      [moderator.id, BRIDGE],
      [administrator.id, later],
    ]);
    // Latest first.
    expect(kept).toBe(texts.get(changers[0] ?? ''));
    expect(await answerIn(discord)).toContain(/built in (\d+)/.exec(kept)?.[1]);
  });
});

/** YAML that unfolds to 4 billion entries. */
function bomb(): string {
  const names = 'abcdefghi'.split('');
  const rows = names.map((name, n) => {
    const before = names[n - 1];
    return `${name}: &${name} [${Array(12)
      .fill(before === undefined ? 'x' : `*${before}`)
      .join(', ')}]\n`;
  });
  return rows.join('');
}
