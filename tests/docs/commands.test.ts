import { describe, expect, test } from 'vitest';
import { PAGES, type Page, pageAt, placeOf, readPage } from './markdown.ts';
import { CHAT_COMMANDS, type CommandNames, MESSAGE_COMMANDS } from './program.ts';

/** A command as the documentation writes it, with what the bot does not know of it. */
interface Usage {
  /** Such as `/settings cooldown`. */
  readonly command: string;
  readonly options: readonly string[];
  readonly unknown: string | null;
}

/** Reads `/settings cooldown seconds:5`; null for a code span that is no command, such as a path. */
function readUsage(span: string): Usage | null {
  const [, name = '', rest = ''] = /^\/([a-z-]+)(?:\s+(.*))?$/.exec(span) ?? [];
  if (name === '') return null;
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const command = CHAT_COMMANDS.get(name);
  if (command === undefined) return { command: `/${name}`, options: [], unknown: `/${name}` };
  const [first = ''] = words;
  const subcommand = command.subcommands.get(first);
  if (subcommand === undefined) return usageOf(`/${name}`, command, words);
  return usageOf(`/${name} ${first}`, subcommand, words.slice(1));
}

function usageOf(command: string, known: Pick<CommandNames, 'options'>, words: readonly string[]): Usage {
  const options = words.map((word) => /^([a-z-]+):/.exec(word)?.[1] ?? word);
  const isKnown = (word: string, index: number): boolean =>
    word.includes(':') && known.options.has(options[index] ?? '');
  const unknown = words.find((word, index) => !isKnown(word, index));
  return { command, options, unknown: unknown === undefined ? null : `${command} ${unknown}` };
}

function findUnknown(page: Page): readonly string[] {
  return page.codeSpans.flatMap((span) => {
    const unknown = readUsage(span.text)?.unknown ?? null;
    return unknown === null ? [] : [`${placeOf(page, span)}: there is no ${unknown}`];
  });
}

function usagesOn(pages: readonly Page[]): readonly Usage[] {
  return pages.flatMap(({ codeSpans }) => codeSpans.flatMap(({ text }) => readUsage(text) ?? []));
}

/** Every command, and every sub-command, with the names of its options. */
const REGISTERED = [...CHAT_COMMANDS].flatMap(([name, { options, subcommands }]) => [
  [`/${name}`, options] as const,
  ...[...subcommands].map(([subcommand, each]) => [`/${name} ${subcommand}`, each.options] as const),
]);

describe.each(PAGES.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('names no command and no option that the bot does not register', () => {
    expect(findUnknown(page)).toEqual([]);
  });
});

test('docs/commands.md names every command and sub-command that the bot registers', () => {
  const page = pageAt('docs/commands.md');
  const named = usagesOn([page]).map(({ command }) => command);
  const isNamed = (command: string): boolean =>
    named.some((each) => each === command || each.startsWith(`${command} `));
  expect(REGISTERED.map(([command]) => command).filter((command) => !isNamed(command))).toEqual([]);
  expect(MESSAGE_COMMANDS.filter((command) => !page.text.includes(command))).toEqual([]);
});

test('the documentation names every option of every command', () => {
  const usages = usagesOn(PAGES);
  const missing = REGISTERED.flatMap(([command, options]) => {
    const named = new Set(usages.flatMap((each) => (each.command === command ? each.options : [])));
    return [...options].filter((option) => !named.has(option)).map((option) => `${command} ${option}:`);
  });
  expect(missing).toEqual([]);
});

test('docs/configuration.md describes every sub-command of /settings', () => {
  const named = new Set(usagesOn([pageAt('docs/configuration.md')]).map(({ command }) => command));
  const settings = [...(CHAT_COMMANDS.get('settings')?.subcommands.keys() ?? [])];
  expect(settings.filter((name) => !named.has(`/settings ${name}`))).toEqual([]);
  expect(settings.length).toBeGreaterThan(8);
});

describe('the check of commands', () => {
  test.each(['/made-up', '/knowledge made-up', '/ask made-up:', '/settings log made-up:', '/ask question'])(
    'finds %s',
    (span) => {
      expect(findUnknown(readPage('made-up.md', `Use \`${span}\`.`))).toEqual([
        `made-up.md:1: there is no ${span}`,
      ]);
    },
  );

  test('passes over paths, and over commands with the values of their options', () => {
    const text = '`/etc/systemd/system` and `/settings cooldown in-a-row:3 seconds:` and `/ask`';
    expect(findUnknown(readPage('made-up.md', text))).toEqual([]);
  });
});
