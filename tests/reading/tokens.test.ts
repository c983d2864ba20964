import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../../src/reading/tokens.ts';
import { nastyText } from './nasty-text.ts';

function piecesOf(text: string): string[] {
  return readTokens(text).map(({ start, end }) => text.slice(start, end));
}

describe('the tokens of a text', () => {
  it.each([
    ['words and single marks', 'Yes, sir!?', ['Yes', ',', 'sir', '!', '?']],
    [
      'words with what joins them',
      "The U.S. didn't pay 1,000.",
      ['The', 'U.S', '.', "didn't", 'pay', '1,000', '.'],
    ],
    ['marks alone', ' — … ', ['—', '…']],
    ['an emoji part by part', 'Hi 👩‍👧', ['Hi', '👩', '\u200d', '👧']],
    ['half a surrogate pair', 'a\ud800 b', ['a', '\ud800', 'b']],
    ['nothing where there is nothing', ' \n\u00a0', []],
  ])('are %s', (_, text, pieces) => expect(piecesOf(text)).toEqual(pieces));

  it('tell words from marks, and words that say something from others', () => {
    expect(readTokens('The Offices, 2019')).toEqual([
      { spelling: 'The', folded: 'the', start: 0, end: 3, stem: 'the', isContent: false },
      { spelling: 'Offices', folded: 'offices', start: 4, end: 11, stem: 'offic', isContent: true },
      { spelling: ',', folded: ',', start: 11, end: 12, stem: '', isContent: false },
      { spelling: '2019', folded: '2019', start: 13, end: 17, stem: '2019', isContent: true },
    ]);
  });

  it('stand in order, do not overlap, and leave out white space alone', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        let done = 0;
        for (const { start, end } of readTokens(text)) {
          expect(text.slice(done, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/^\S/u);
          done = end;
        }
        expect(text.slice(done)).toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });

  it('of marks are the marks themselves, one each', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const { folded, start, end, stem } of readTokens(text)) {
          if (stem !== '') continue;
          expect(folded).toBe(text.slice(start, end));
          expect(Array.from(folded)).toHaveLength(1);
        }
      }),
    );
  });

  it.each([
    ['words', 'word '.repeat(20_000), 20_000],
    ['marks', '!'.repeat(100_000), 100_000],
    ['marks between two words, more than a call takes arguments', `a${'!'.repeat(300_000)}b`, 300_002],
    ['letters', 'a'.repeat(100_000), 1],
    ['accents', `a${'\u0301'.repeat(100_000)}`, 1],
    ['half surrogate pairs', '\ud800'.repeat(100_000), 100_000],
    ['emoji', '👩‍👧'.repeat(20_000), 60_000],
    ['numbers with marks', '1,'.repeat(50_000), 2],
    ['white space', ' \n'.repeat(50_000), 0],
  ])('are found in very many %s', (_, text, count) => expect(readTokens(text)).toHaveLength(count));
});
