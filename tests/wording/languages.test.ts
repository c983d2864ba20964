import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/answering/question/answer.ts';
import type { Refusal, Texts } from '../../src/wording/kit/texts.ts';
import { LANGUAGES, textsFor } from '../../src/wording/languages.ts';

const REASONS: readonly Reason[] = [
  { kind: 'no-question' },
  { kind: 'small-talk' },
  { kind: 'not-mentioned', words: ['bitcoin'] },
  { kind: 'nothing-close' },
  { kind: 'partly-said', words: ['bitcoin', 'b'] },
  { kind: 'no-such-detail', asksFor: 'person' },
  { kind: 'not-spelt-out', short: 'PMS', long: 'Port System' },
  { kind: 'taught' },
  { kind: 'said' },
];
const REFUSALS: readonly Refusal[] = [
  { kind: 'not-a-moderator' },
  { kind: 'not-a-manager' },
  { kind: 'not-here' },
  { kind: 'cooling-down', waitMs: 1500 },
  { kind: 'not-yours', owner: '<@1>' },
  { kind: 'passage-gone' },
  { kind: 'answer-forgotten' },
  { kind: 'no-human' },
  { kind: 'human-out-of-reach' },
  { kind: 'no-article-file' },
  { kind: 'article-too-large', maxKb: 512 },
  { kind: 'article-unreadable', problems: [] },
  { kind: 'no-readable-article', problems: [] },
  { kind: 'too-many-articles', max: 200 },
  { kind: 'articles-too-large', maxMb: 4 },
  { kind: 'articles-too-many-facts', maxFacts: 50_000, maxWords: 1_200_000 },
  { kind: 'no-such-article' },
  { kind: 'too-many-taught', max: 2000 },
  { kind: 'not-taught' },
  { kind: 'changed-since' },
  { kind: 'upload-lost' },
  { kind: 'unknown-button' },
  { kind: 'settled' },
  { kind: 'not-the-asker' },
  { kind: 'shared-folder', guildId: '123456789012345678' },
  { kind: 'preview-gone' },
  { kind: 'snapshot-gone' },
  { kind: 'not-kept' },
];

/** Every text of a language with its place, those with parameters filled in. */
function allTexts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    if (path === '.reason') return REASONS.map((reason) => [`${path} ${reason.kind}`, String(value(reason))]);
    if (path === '.refusal') return REFUSALS.map((what) => [`${path} ${what.kind}`, String(value(what))]);
    // Have tests of their own.
    if (path === '.problem') return [];
    return [[path, String(value(3, 2, 1))]];
  }
  return Object.entries(Object(value)).flatMap(([key, inner]) => allTexts(inner, `${path}.${key}`));
}

/** Blank, not trimmed, endless, or with something left open. */
function isPoor(text: string): boolean {
  return text.trim() !== text || text === '' || text.length >= 400 || /undefined|\$\{|TODO/.test(text);
}

describe.each(Object.entries(LANGUAGES))('in “%s”', (code, texts: Texts) => {
  test('no text is blank, unfinished or a paragraph too long', () => {
    const all = allTexts(texts);
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(([, text]) => isPoor(text))).toEqual([]);
  });

  test('hardly a text is the English one', () => {
    const english = new Map(allTexts(LANGUAGES.en));
    const same = allTexts(texts).filter(([place, text]) => text.length > 12 && english.get(place) === text);
    expect(same.map(([place]) => place)).toEqual(code === 'en' ? same.map(([place]) => place) : []);
  });

  test('a hostile question does not fill the screen', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4000 }), { minLength: 1 }), (words) => {
        expect(texts.reason({ kind: 'not-mentioned', words }).length).toBeLessThan(260);
        expect(texts.reason({ kind: 'partly-said', words }).length).toBeLessThan(260);
      }),
      // Each of them is a hundred words of thousands of characters.
      { numRuns: 10 },
    );
  });
});

test.each([
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['ru', 'ru'],
  ['de', 'de'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['fr', 'fr'],
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
  expect(LANGUAGES.ru.counted.articles(count)).toBe(words);
});
