import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeReason } from '../../src/wording/answer-words.ts';
import * as catalogues from '../../src/wording/catalogues.ts';
import { checkTranslation, flattenTexts } from '../../src/wording/kit/check-translation.ts';
import { LANGUAGES, textsFor } from '../../src/wording/languages.ts';

describe.each(Object.entries(catalogues))('the texts in “%s”', (code, texts) => {
  const all = [...flattenTexts(texts)].map(([key, text]) => [key, String(text)] as const);

  test('are complete, readable and short enough for Discord', () => {
    expect(checkTranslation(catalogues.en, texts, code)).toEqual([]);
  });

  test('are finished', () => {
    expect(all.length).toBeGreaterThan(350);
    expect(all.filter(([, text]) => text.length >= 500 || /undefined|\$\{|TODO/.test(text))).toEqual([]);
  });

  test('name the commands as they are called in that language', () => {
    const commands = new Set(commandsOf(texts.commands));
    const named = all.flatMap(([key, text]) =>
      [...text.matchAll(/`(\/[^`]+)`/g)].map(([, name = '']) => [key, name]),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, name = '']) => !commands.has(name))).toEqual([]);
  });
});

test.each(Object.entries(catalogues).filter(([code]) => code !== 'en'))(
  'no text in “%s” is left in English',
  (_, texts) => {
    const english = flattenTexts(catalogues.en);
    const same = [...flattenTexts(texts)].filter(
      ([key, text]) => /^[^{]{12}/.test(String(text)) && english.get(key) === text,
    );
    expect(same.map(([key]) => key)).toEqual([]);
  },
);

/** `/ask`, `/knowledge`, `/knowledge add`, … */
function commandsOf(commands: object, parent = ''): readonly string[] {
  return Object.values(commands).flatMap((command: unknown) => {
    const { name, subcommands } = Object(command);
    const path = parent === '' ? `/${name}` : `${parent} ${name}`;
    return [path, ...commandsOf(Object(subcommands), path)];
  });
}

test.each(Object.entries(LANGUAGES))('a hostile question does not fill the screen in “%s”', (_, texts) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4000 }), { minLength: 1 }), (words) => {
      expect(describeReason({ kind: 'not-mentioned', words }, texts).length).toBeLessThan(260);
      expect(describeReason({ kind: 'partly-said', words }, texts).length).toBeLessThan(260);
    }),
    // Each of them is a hundred words of thousands of characters.
    { numRuns: 10 },
  );
});

test.each([
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['ru', 'ru'],
  ['de', 'de'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['fr', 'fr'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt', 'pt-BR'],
])('the locale %s is spoken to in “%s”', (locale, language) => {
  expect(textsFor(locale).language).toBe(language);
});

test('the server’s language serves where the member’s is not spoken, English where neither is', () => {
  expect(textsFor('ja', 'fr').language).toBe('fr');
  expect(textsFor('ja', 'zh-CN').language).toBe('en');
  expect(textsFor(null, undefined).language).toBe('en');
  expect(textsFor('constructor').language).toBe('en');
});

test.each([
  [1, '1 статья'],
  [2, '2 статьи'],
  [5, '5 статей'],
  [21, '21 статья'],
])('counts %i as Russian does', (count, words) => {
  expect(LANGUAGES.ru.counted.articles({ count })).toBe(words);
});
