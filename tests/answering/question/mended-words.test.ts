import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendSmallWords } from '../../../src/answering/question/mended-words.ts';
import { splitWords, type Word } from '../../../src/text/words/words.ts';

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
  it.each([
    ['with a letter left out', 'wich whn whre mch', 'which when where much'],
    ['with two letters swapped', 'hwat wihch mnay teh', 'what which many the'],
    ['with a wrong vowel', 'meny whut', 'many what'],
    ['with its first letters swapped', 'hwere', 'where'],
    ['with the key beside', 'whst wgo hiw rhe wss', 'what who how the was'],
    ['of two letters', 'og ib ia', 'of in is'],
  ])('%s is mended', (_, typed, meant) => expect(mended(typed)).toBe(meant));

  it.each(WORDS)('%s is a word of its own and stays', (word) => expect(mended(word)).toBe(word));

  it.each(['who', 'why', 'or', 'wer', 'vor', 'x', 'xqzvw', '7', 'bx', 'кто'])('is not seen in %s', (word) =>
    expect(mended(word)).toBe(word),
  );

  it('is not seen in names', () => {
    expect(mended('wich Hwat', isLater)).toBe('which hwat');
  });

  it('keeps its place in the question', () => {
    const words = splitWords('so wich one');
    expect(mendSmallWords(words, { isWord, isName: noName })[1]).toEqual({
      folded: 'which',
      start: 3,
      end: 7,
    });
  });

  it('leaves every known word and the number of words alone', () => {
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
