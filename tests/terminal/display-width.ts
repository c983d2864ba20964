import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** The columns that `line` takes: two for a sign of East Asia or an emoji, one for every other, none for colours. */
export function displayWidth(line: string): number {
  const signs = Array.from(graphemes.segment(stripVTControlCharacters(line)), ({ segment }) => segment);
  return signs.reduce((columns, sign) => columns + (WIDE.test(sign) ? 2 : 1), 0);
}
