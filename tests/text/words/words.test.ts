import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, foldWord, splitWords } from '../../../src/text/words/words.ts';

function wordsOf(text: string): string[] {
  return splitWords(text).map(({ start, end }) => text.slice(start, end));
}

/** Pieces that have broken word splitters before, joined in any order. */
const nastyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'U.S.',
        'O’Brien’s',
        "don't",
        '1,000',
        '3.5',
        '’',
        "'s",
        'İ',
        'ß',
        'Σ',
        'ё',
        'й',
        '\u0306',
      ),
      fc.constantFrom(
        '\u0301',
        '\ufe0f',
        '\u200d',
        '\u00ad',
        '👩‍👩‍👧',
        '1️⃣',
        'ﷺ',
        'ﹰ',
        'ｶﾞ',
        '한국',
        '中文',
        '１２',
      ),
      fc.constantFrom('\ud800', '\udc00', ' ', '\n', '.', ',', 'a', 'I', '7'),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('the words of a text', () => {
  test.each([
    ['letters and digits', 'Plan B, 2nd try!', ['Plan', 'B', '2nd', 'try']],
    ['joined by one apostrophe', "don't l’été", ["don't", 'l’été']],
    ['joined by several apostrophes', 'O’Brien’s rock’n’roll', ['O’Brien’s', 'rock’n’roll']],
    ['not joined by quotes around them', "the 'quoted' word’", ['the', 'quoted', 'word']],
    ['single letters joined by full stops', 'The U.S. and e.g. this.', ['The', 'U.S', 'and', 'e.g', 'this']],
    ['not joined by the end of a sentence', 'It was I.Then he', ['It', 'was', 'I', 'Then', 'he']],
    [
      'numbers with their marks',
      'about 1,000 or 3.5, or 2.0.1.',
      ['about', '1,000', 'or', '3.5', 'or', '2.0.1'],
    ],
    ['not joined between a foot and an inch', "5'10", ['5', '10']],
    ['with accents of either form', 'café cafe\u0301s', ['café', 'cafe\u0301s']],
    ['with an accent behind an apostrophe', "l'e\u0301te\u0301", ["l'e\u0301te\u0301"]],
    ['with a soft hyphen inside', 'co\u00adoperation', ['co\u00adoperation']],
    ['with a joiner inside', 'می\u200cخواهم', ['می\u200cخواهم']],
    ['with Arabic vowel marks', 'كِتَابٌ', ['كِتَابٌ']],
    ['Hangul between spaces', '한국어 문장', ['한국어', '문장']],
    ['single characters of Han and kana', '中文かカ a', ['中', '文', 'か', 'カ', 'a']],
    ['beside Han without a space', 'FCS关税', ['FCS', '关', '税']],
    ['none in emoji and their selectors', '❤️ 👩‍👩‍👧 🇩🇪', []],
    ['none in marks alone', '\u0301 \u200d ﾞ ﹰ …?!', []],
    ['none in lone surrogates', '\ud800 \udc00', []],
    ['none in nothing', '', []],
  ])('%s', (_, text, words) => expect(wordsOf(text)).toEqual(words));

  test('are at their offsets in reading order, never empty, never overlapping', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        let last = 0;
        for (const { folded, start, end } of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).toBe(folded);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('are where findWords finds them', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(findWords(text)).toEqual(splitWords(text).map(({ start, end }) => ({ start, end })));
      }),
    );
  });

  test('leave out no letter and no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const skipped = findWords(text).reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        expect(skipped).not.toMatch(/(?![\u037a\ufc5e-\ufc63\ufe70-\ufe7f\uff9e\uff9f])[\p{L}\p{Nd}]/u);
      }),
    );
  });
});

describe('the folded form', () => {
  test.each([
    ['in small letters', 'Customs', 'customs'],
    ['without accents', 'Café', 'cafe'],
    ['the same for both forms of an accent', 'cafe\u0301', 'cafe'],
    ['with the Russian й, which is no accent', 'Международный', 'международный'],
    ['with й out of its two parts', 'и\u0306од', 'йод'],
    ['with ё as е, as most people write', 'ёлка', 'елка'],
    ['of a Turkish İ, a plain i', 'İstanbul', 'istanbul'],
    ['with ß as it is', 'Straße', 'straße'],
    ['of full-width signs, the plain ones', 'ＦＣＳ１２', 'fcs12'],
    ['of a ligature, its letters', 'ﬁle', 'file'],
    ['without a possessive ending', 'O’Brien’s', 'obrien'],
    ['without a contracted ending', 'they’re', 'they'],
    ['that keeps the end of a negation', 'don’t', 'dont'],
    ['of a dotted short form, the letters', 'U.K', 'uk'],
    ['of U.S. unlike that of the pronoun', 'U.S', 'us.'],
    ['without the marks of thousands', '1,000,000', '1000000'],
    ['with a decimal mark', '3.5', '3.5'],
    ['without vowel marks', 'كِتَابٌ', 'كتاب'],
    ['without soft hyphens and joiners', 'co\u00adoperation\u200d', 'cooperation'],
    ['of one letter that stands for a phrase, without spaces', 'ﷺ', 'صلىاللهعليهوسلم'],
  ])('is %s', (_, word, folded) => expect(foldWord(word)).toBe(folded));

  test('differs between a contraction and another word', () => {
    expect(foldWord('I’d')).not.toBe(foldWord('ID'));
    expect(foldWord('I’ll')).not.toBe(foldWord('ill'));
  });

  test('does not change when folded again', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const { folded } of splitWords(text)) expect(foldWord(folded)).toBe(folded);
      }),
    );
  });

  test('is never empty and holds no white space, whatever the letter', () => {
    const bad: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const folded = splitWords(String.fromCodePoint(codePoint))[0]?.folded;
      if (folded === '' || /\s/u.test(folded ?? '')) bad.push(codePoint.toString(16));
    }
    expect(bad).toEqual([]);
  });
});
