import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { shareBot } from './shared-bot.ts';
import { ask, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

/** What somebody may do in a server of their own: files of articles, and what is asked there. */
interface Hostility {
  readonly files: Readonly<Record<string, string>>;
  readonly questions: readonly string[];
}

const markdown = (text: string, frontMatter = ''): string => `---\ntitle: T\n${frontMatter}---\n\n${text}`;
const shortForms = Array.from({ length: 62 }, (_, number) => `Q${number.toString(36).toUpperCase()}`);
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** The letters, and 122 of them again. */
const lettersOf = (seed: number): string =>
  [...letters, ...Array.from({ length: 122 }, (_, n) => letters[(n * (seed + 7)) % 26])].join(' ');

const HOSTILITIES: readonly (readonly [what: string, Hostility])[] = [
  [
    'letters with an odd upper case',
    { files: { 'a.md': markdown(`Wordlet ${'ι'.repeat(60)} end.`) }, questions: ['What is wordlet?'] },
  ],
  [
    'headings above nothing',
    { files: { 'a.md': markdown('a\n=\n\n'.repeat(25_000)) }, questions: ['What is a?'] },
  ],
  [
    'quotes fifty deep',
    { files: { 'a.md': markdown(`${'>'.repeat(49)} x\n`.repeat(2_000)) }, questions: ['What is x?'] },
  ],
  [
    'a long introduction above thousands of items',
    {
      files: { 'a.md': markdown(`${'word '.repeat(190)}:\n\n${'- tea\n'.repeat(3_000)}`) },
      questions: ['What is tea?'],
    },
  ],
  [
    'aliases of many words',
    {
      files: {
        'a.md': markdown(
          `${'ship '.repeat(199)}.\n\n`.repeat(40),
          `aliases:\n${shortForms.map((form) => `  ${form}: ${'ship '.repeat(50)}\n`).join('')}`,
        ),
      },
      questions: [shortForms.join(' ')],
    },
  ],
  [
    'words of hundreds of letters',
    {
      files: {
        'a.md': markdown(
          Array.from({ length: 60 }, (_, number) => `${'a'.repeat(890)}${number} stands here.`).join('\n\n'),
        ),
      },
      questions: [Array.from({ length: 6 }, (_, number) => `${'a'.repeat(880)}b${number}`).join(' ')],
    },
  ],
  [
    'Chinese without spaces',
    {
      files: { 'a.md': markdown('会议关税国际合作'.repeat(120).concat('。\n\n').repeat(60)) },
      questions: ['会议关税国际合作'.repeat(300)],
    },
  ],
  [
    'questions of the same letters in other numbers',
    {
      files: {},
      questions: Array.from({ length: 20 }, (_, seed) => lettersOf(seed)),
    },
  ],
];

async function beHostile(discord: LocalDiscord, { files, questions }: Hostility): Promise<void> {
  const { moderator } = discord.people;
  for (const [name, text] of Object.entries(files)) {
    const file = { name, bytes: new TextEncoder().encode(text) };
    await discord.interact(
      command({ name: 'knowledge', subcommand: 'add', options: { file }, user: moderator }),
    );
  }
  for (const question of questions) await discord.interact(ask(question));
  await discord.interact(command({ name: 'unanswered', user: moderator }));
}

test.each(HOSTILITIES)(
  'members of other servers are answered in time while a server adds %s',
  async (_, hostility) => {
    const { discord } = await addServers();
    const [, other] = discord.guilds;
    if (other === undefined) throw new Error('no second server');
    const hostile = beHostile(discord, hostility);
    // The local Discord takes no answer after 3 s, as Discord itself.
    for (let isOver = false; !isOver; isOver = await hasSettled(hostile)) {
      const answered = await discord.interact({ ...ask('When was the meeting held?'), guild: other });
      // Who asks too often is told so, which is an answer in time as well.
      expect(textOf(shown(answered))).toMatch(/September|Not so fast|Nicht so schnell/);
    }
    await hostile;
  },
);

/** Whether it has come to its end by now. */
function hasSettled(work: Promise<unknown>): Promise<boolean> {
  const settled = work.then(
    () => true,
    () => true,
  );
  return Promise.race([settled, new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}
