import fc from 'fast-check';

const WORDS =
  'how many offices of the Customs opened in 2019 Moscow trade agreement what was signed U.S. don’t 1,000';

const MARKS = [
  '\u0301',
  '\ufe0f',
  '\u200d',
  '\u00ad',
  '👩‍👩‍👧',
  '🇩🇪',
  '1️⃣',
  'ﷺ',
  'ﹰ',
  'ｶﾞ',
  '한국',
  '中文',
  'İ',
  'ß',
  'й',
];

/** Words that are known and pieces that have broken word splitters before, half surrogate pairs among them. */
export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS.split(' ').map((word) => `${word} `)) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\ud800', '\udc00', ' ', '\n', '\u00a0', '.', ',', '’', '“', 'a', '7'),
      },
      { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
