import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  correctTypos,
  mendSmallWords,
  readQuestion,
  spellOutQuestion,
} from '../../../src/answering/question/question.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { splitWords, type Word } from '../../../src/text/words/words.ts';
import { baseOf, markdownArticle } from '../../articles.ts';

const base = baseOf('The meeting was held in Москва. Eight offices are abroad; there are agreements.');

function corrected(text: string): string | null {
  return correctTypos(readQuestion(base, text));
}

describe('a question', () => {
  test('is read with its white space folded, what it asks for and its content words', () => {
    expect(readQuestion(base, '  How many\n offices\tare there? ')).toMatchObject({
      text: 'How many offices are there?',
      asksFor: 'number',
      terms: [{ kind: 'known', folded: 'offices', word: { start: 9, end: 16 } }],
    });
  });

  test('is read with its question words corrected', () => {
    expect(readQuestion(base, 'how meny offices').asksFor).toBe('number');
    expect(readQuestion(base, 'whn was the meeting').asksFor).toBe('date');
  });

  test('in another language than the articles is taken as it was typed', () => {
    const question = readQuestion(base, 'wer hat das meeti abroda gehalten und warum');
    expect(question.isOtherLanguage).toBe(true);
    expect(spellOutQuestion(question)).toBe('wer hat das meeti abroda gehalten und warum');
    expect(readQuestion(base, 'what abot the meeti abroda').isOtherLanguage).toBe(false);
  });

  test('is read with aliases that are spelt like small words, if they are in capitals', () => {
    const aliased = FactBase.build([
      markdownArticle('a.md', '---\ntitle: A\naliases:\n  WHO: World Hamster Organisation\n---\n\nText.\n'),
    ]);
    const termsOf = (text: string): readonly string[] =>
      readQuestion(aliased, text).terms.map(({ word }) => text.slice(word.start, word.end));
    expect(termsOf('Who leads the WHO?')).toEqual(['leads', 'WHO']);
    expect(termsOf('WHO LEADS IT?')).toEqual(['LEADS']);
    expect(readQuestion(aliased, 'What is WHO?').asksFor).toBe('things');
    expect(spellOutQuestion(readQuestion(aliased, 'Who is at the WHO?'))).toBe(
      'who is at the World Hamster Organisation',
    );
  });

  test('reaches the encoders without its greeting and marks', () => {
    const read = readQuestion(base, 'Hi, **when** was the meeting?');
    expect(spellOutQuestion(read)).toMatch(/^when +was the meeting$/);
    for (const before of ['@bot', '/ask', '1.', '2)', 'Q:', 'question:', 'https://example.org/?q=1'])
      expect(spellOutQuestion(readQuestion(base, `${before} when was the meeting?`))).toBe(
        'when was the meeting',
      );
  });

  test('of any length is read to the last whole word of its beginning', () => {
    const read = readQuestion(base, 'when was the meeting held '.repeat(1000));
    expect(read.terms.map(({ folded }) => folded)).toEqual(['meeting', 'held']);
    expect(spellOutQuestion(read).length).toBeLessThanOrEqual(1000);
    expect(spellOutQuestion(read)).toMatch(/ (?:when|was|the|meeting|held)$/);
    expect(read.typed.length).toBeLessThanOrEqual(2000);
    expect(read.whole).toBe('when was the meeting held '.repeat(1000).trim());
  });

  test('without content words has none', () => {
    expect(readQuestion(base, 'What is it?').terms).toEqual([]);
    expect(readQuestion(base, ' \n ')).toMatchObject({
      text: '',
      words: [],
      terms: [],
      asksFor: 'statement',
    });
  });

  test('has words at their places and its white space folded, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const question = readQuestion(base, text);
        expect(question.typed).toBe(question.typed.replace(/\s+/g, ' ').trim());
        for (const { word } of question.terms) expect(question.words).toContainEqual(word);
        for (const { end } of question.words) expect(end).toBeLessThanOrEqual(question.text.length);
      }),
    );
  });
});

describe('the corrected question', () => {
  test.each([
    ['has the base’s words for those that are mistyped', 'ofices  and metting?', 'offices and meeting?'],
    ['keeps everything else as it was typed', 'HOW many «Ofices», please…', 'HOW many «offices», please…'],
    [
      'is right behind words that fold to more or fewer letters',
      'ﬃ ﷺ İ cafe\u0301 한국 metting',
      'ﬃ ﷺ İ cafe\u0301 한국 meeting',
    ],
    ['is right for a mistyped word with accents', 'thé méttiǹg!', 'thé meeting!'],
    ['has every occurrence corrected', 'metting, Metting', 'meeting, meeting'],
    ['is right in Russian', 'Где Мосва?', 'Где москва?'],
  ])('%s', (_, typed, meant) => expect(corrected(typed)).toBe(meant));

  test.each(['meetings and offices', 'agreement of officers', 'xylophones', '', '123456'])(
    'is null if nothing is corrected: %s',
    (text) => expect(corrected(text)).toBeNull(),
  );

  test('differs from the typed one in the mistyped words only', () => {
    const filler = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ﷺ', 'ﬃ', 'İ', '👩‍👩‍👧'));
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const marked = `${before} | metting | ${after}`;
        expect(corrected(marked)).toContain('| meeting |');
      }),
    );
  });
});

const WORDS = ['were', 'wheat', 'whale', 'hat', 'then', 'math', 'tie', 'ate', 'form'];
const noName = (): boolean => false;
const isLater = ({ start }: Word): boolean => start > 0;
const isWord = (folded: string): boolean => WORDS.includes(folded);

function mended(text: string, isName: (word: Word) => boolean = noName): string {
  return mendSmallWords(splitWords(text), { isWord, isName })
    .map(({ folded }) => folded)
    .join(' ');
}

describe('a mistyped small word', () => {
  test.each([
    ['with a letter left out', 'wich whn whre mch', 'which when where much'],
    ['with two letters swapped', 'hwat wihch mnay teh', 'what which many the'],
    ['with a wrong vowel', 'meny whut', 'many what'],
    ['with its first letters swapped', 'hwere', 'where'],
    ['with the key beside', 'whst wgo hiw rhe wss', 'what who how the was'],
    ['of two letters', 'og ib ia', 'of in is'],
  ])('%s is corrected', (_, typed, meant) => expect(mended(typed)).toBe(meant));

  test.each(WORDS)('%s is a word of its own and stays', (word) => expect(mended(word)).toBe(word));

  test.each(['who', 'why', 'or', 'wer', 'vor', 'x', 'xqzvw', '7', 'bx', 'кто'])('is not seen in %s', (word) =>
    expect(mended(word)).toBe(word),
  );

  test('is not seen in names', () => {
    expect(mended('wich Hwat', isLater)).toBe('which hwat');
  });

  test('keeps its place in the question', () => {
    const words = splitWords('so wich one');
    expect(mendSmallWords(words, { isWord, isName: noName })[1]).toEqual({
      folded: 'which',
      start: 3,
      end: 7,
    });
  });

  test('leaves every known word and the number of words alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = splitWords(text);
        expect(mendSmallWords(words, { isWord: () => true, isName: noName })).toEqual(words);
        const places = mendSmallWords(words, { isWord, isName: noName }).map(({ start, end }) => [
          start,
          end,
        ]);
        expect(places).toEqual(words.map(({ start, end }) => [start, end]));
      }),
    );
  });
});
