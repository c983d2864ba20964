import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectQuestions } from '../../../src/search/questions/collect-questions.ts';
import { FITS, Suggestions } from '../../../src/search/questions/suggestions.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const WHEN = 'When was the meeting on international cooperation held?';
const HOW_MANY = 'How many representative offices does Russian customs have abroad?';
const suggestions = Suggestions.create(
  collectQuestions([
    markdownArticle(
      'a.md',
      `---\ntitle: Russian customs\npinned:\n  - ${WHEN}\n  - ${HOW_MANY}\n---\n\nText.\n`,
    ),
    markdownArticle('b.md', `---\ntitle: How do tomatoes grow?\npinned:\n  - ${WHEN}\n---\n\nText.\n`),
  ]),
);

describe('the questions of a base', () => {
  test('is a pinned question, once though two articles pin it, or a title that asks', () => {
    expect(suggestions.all).toEqual([WHEN, HOW_MANY, 'How do tomatoes grow?']);
  });

  test('may be nothing but a question of the article’s own', () => {
    const tomatoes = plainArticle('Tomatoes', 'How do tomatoes grow? By the sun.');
    expect(Suggestions.create(collectQuestions([tomatoes])).all).toEqual(['How do tomatoes grow?']);
  });
});

const LIBRARY = [
  'How many books may I borrow?',
  'How many members does the library have?',
  'When does the library open?',
  'When does the library open on Sundays?',
  'May I borrow a laptop?',
];
const library = Suggestions.create(LIBRARY);

/** The texts that `typed` may become. */
function completed(typed: string, limit = 25): readonly string[] {
  return library.complete(typed, limit).map(({ text }) => text);
}

describe('the completions of a typed text', () => {
  test.each(['', '   ', '?!', '\u0000'])('is all, in its order, where that is %j', (blank) => {
    expect(completed(blank)).toEqual(LIBRARY);
    expect(completed(blank, 2)).toEqual(LIBRARY.slice(0, 2));
  });

  test('is first what is equal, then what begins so', () => {
    expect(library.complete('when does the LIBRARY open', 25).slice(0, 2)).toEqual([
      { text: LIBRARY[2], fit: 'equal' },
      { text: LIBRARY[3], fit: 'begins' },
    ]);
  });

  test('is what holds all words, in any order and the last one half typed, before what is alike', () => {
    expect(library.complete('borrow may', 25).slice(0, 2)).toEqual([
      { text: LIBRARY[0], fit: 'holds' },
      { text: LIBRARY[4], fit: 'holds' },
    ]);
    expect(completed('open sund')[0]).toBe(LIBRARY[3]);
  });

  test.each([
    ['how mnay membres', LIBRARY[1]],
    ['laptpo borow', LIBRARY[4]],
    ['wehn dose the libary opne on sundys', LIBRARY[3]],
  ])('is what was meant by %j', (typed, meant) => {
    expect(library.complete(typed, 25)[0]).toEqual({ text: meant, fit: 'alike' });
  });

  test('is nothing where nothing is alike', () => {
    expect(completed('xylophone zebra')).toEqual([]);
  });

  test('is each question once, at most as many as wanted, exact before alike, for any text', () => {
    const typed = fc
      .array(fc.oneof(fc.constantFrom('how ', 'may', ' i ', 'opne', 'LIBR', '__proto__'), fc.string()), {
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 6 }), (text, limit) => {
        const found = library.complete(text, limit);
        const fits = found.map(({ fit }) => FITS.indexOf(fit));
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map((each) => each.text)).size).toBe(found.length);
        expect(fits).toEqual(fits.toSorted((a, b) => a - b));
        for (const each of found) expect(LIBRARY).toContain(each.text);
      }),
    );
  });

  test('is a question of its own however far that is typed', () => {
    for (const question of LIBRARY)
      for (let typed = 1; typed <= question.length; typed++)
        expect(completed(question.slice(0, typed))).toContain(question);
  });
});
