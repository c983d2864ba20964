import { describe, expect, test } from 'vitest';
import { statsCommand } from '../../../src/discord/about/stats.ts';
import {
  ALL_COMMANDS,
  BUTTONS,
  COMMANDS,
  MENUS,
  MESSAGE_COMMANDS,
  MODALS,
} from '../../../src/discord/routing/commands.ts';
import { MAX_OWN_BYTES } from '../../../src/requests/articles/own-limits.ts';
import { SETTINGS } from '../../../src/server-settings/settings-table.ts';

function findDoubled(names: readonly string[]): readonly string[] {
  return names.filter((name, place) => names.indexOf(name) < place);
}

test('every component has a name of its own, because custom ids hold nothing else to find it by', () => {
  const names = [...BUTTONS, ...MENUS, ...MODALS].map(({ name }) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(findDoubled(names)).toEqual([]);
});

test('every command has a name of its own', () => {
  const names = ALL_COMMANDS.map(({ definition }) => definition.name);
  expect(names).toHaveLength(COMMANDS.length + MESSAGE_COMMANDS.length);
  expect(findDoubled(names)).toEqual([]);
});

test('a name that two have is found', () => {
  expect(findDoubled(['a', 'b', 'a'])).toEqual(['a']);
});

describe('the numbers in descriptions', () => {
  const described = ALL_COMMANDS.flatMap(({ definition }) => listDescriptions(definition));
  const numbered = new Map(
    described.filter(({ text }) => /\d/.test(text)).map(({ path, text }) => [path, findNumbers(text)]),
  );
  const { questionsInARow, secondsBetween, staleAfterDays } = SETTINGS;

  test('are the limits and defaults that hold', () => {
    expect(numbered).toEqual(
      new Map([
        ['settings cooldown in-a-row', [questionsInARow.default]],
        ['settings cooldown seconds', [secondsBetween.default]],
        ['settings stale days', [staleAfterDays.default]],
        ['knowledge add file', [MAX_OWN_BYTES / 1024]],
        ['stats days', [findDefaultPeriod()]],
      ]),
    );
  });

  test.each(described.map((each) => [each.path, each] as const))(
    'are the same in all languages: %s',
    (path, { translations }) => {
      expect(Object.keys(translations).length).toBeGreaterThan(4);
      for (const translation of Object.values(translations))
        expect([translation, findNumbers(translation)]).toEqual([translation, numbered.get(path) ?? []]);
    },
  );
});

interface Described {
  /** The English names that lead to it. */
  readonly path: string;
  readonly text: string;
  readonly translations: Readonly<Record<string, string>>;
}

/** The part of a command, a sub-command or an option that is read here. */
interface Node {
  readonly name: string;
  readonly description?: string | undefined;
  readonly description_localizations?: Readonly<Partial<Record<string, string | null>>> | null | undefined;
  readonly options?: readonly Node[] | undefined;
}

function listDescriptions(node: Node, above: readonly string[] = []): readonly Described[] {
  const path = [...above, node.name];
  const { description: text, description_localizations: localised, options = [] } = node;
  const translations = Object.fromEntries(
    Object.entries(localised ?? {}).flatMap(([locale, translation]) =>
      typeof translation === 'string' ? [[locale, translation]] : [],
    ),
  );
  const own = text === undefined ? [] : [{ path: path.join(' '), text, translations }];
  return [...own, ...options.flatMap((option) => listDescriptions(option, path))];
}

function findNumbers(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** The days that the statistics cover where nobody chooses: the first of the choices. */
function findDefaultPeriod(): unknown {
  return statsCommand.definition.options?.map(
    (option) => 'choices' in option && option.choices?.[0]?.value,
  )[0];
}
