import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences, toOneSentence } from '../../../src/text/sentences/sentences.ts';

function sentencesOf(paragraph: string): string[] {
  return splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));
}

/** Joins the sentences of a paragraph with `|`, in place of the one space between them. */
function joined(divided: string): string {
  return divided.replaceAll('|', ' ');
}

describe('a full stop does not end a sentence', () => {
  test.each([
    ['behind an initial', 'A. Belyaninov in his speech appreciated it.|S. Konovalenko said so.'],
    ['behind several initials', 'We read J. R. R. Tolkien and E.W. Scripps.|Michael P. Millardi too.'],
    ['behind Russian initials', 'Например, Э. И. Дюпон уехал.|Это Т.Т. Цуй.'],
    ['behind a title', 'Dr. Smith met Lt. Gov. Paterson and Mrs. Hole.|Prof. Zhu came.'],
    ['in U.S. before a name', 'The U.S. Army and the U.S. Supreme Court.|All of it.'],
    ['in e.g. and i.e.', 'Some hills, e.g. Warsaw Hill, i.e. Mongolian ones.|The end.'],
    [
      'in No., Fig., Vol. and p. before a number',
      'See No. 7, Fig. 3, Fig. S1, Vol. IV and p. 12.|Then rest.',
    ],
    ['in vs. and Inc. before a name', 'Brown vs. Board and ABC Inc. News.|They won.'],
    ['in a time of day', 'It is at 9 a.m. Monday and 6:00 p.m. Eastern Time.|Come.'],
    ['in decimals and dates', 'Pi is 3.14 and it is 17.12.2018 now.|Dated April, 15, 1994.|Next.'],
    ['behind a list number', '1. First the forms.|2. Then the fee.|2.1. Or that.|A. The end.'],
    ['inside an address or file name', 'See https://example.com/a.b?c=d.|Open a.file.txt.|Use Node.js now.'],
    ['before a small letter', 'Company Ltd. opened.|It closed.'],
    ['in German abbreviations', 'Städte wie z. B. Berlin, d.h. Aufgaben, Nr. 7 bzw. Bonn.|Ende.'],
    ['behind a German ordinal', 'Am 3. Oktober 1990 und im 19. Jahrhundert, im 2. Weltkrieg.|Danach nicht.'],
    ['in Spanish abbreviations', 'Ciudades, p. ej. Madrid, en EE. UU. Shaun y la Sra. Ruiz.|Fin.'],
    ['in French abbreviations', 'Mme. Curie et M. Fourdinois partent.|Fin.'],
    ['in Russian abbreviations', 'Столица, т. е. Москва, ул. Ленина, им. Пушкина.|Конец.'],
    ['behind a year that opens a Russian sentence', 'В 2008 г. Федеральная служба провела его.|Конец.'],
    ['in words left out', 'The [...] Committee and the … Board met ... Then. . . . Rest.'],
  ])('%s', (_, divided) => {
    expect(sentencesOf(joined(divided)).join('|')).toBe(divided);
  });
});

describe('a sentence ends', () => {
  test.each([
    ['at a question or exclamation mark', 'Who won?|We did!|Really?!|Yes.'],
    [
      'behind a closing quote',
      'It is “proactive”.|And "He left."|She stayed.|‘So it is.’|He said: “No.”|Good.',
    ],
    ['behind a bracket', 'He left (at last.)|(She stayed.)|They slept [all of them].|Good.'],
    ['behind dots in the place of an end', 'Well...|She left…|He stayed.'],
    [
      'at U.S. before a word that opens sentences',
      'It was signed by the U.S.|The treaty held.|In 1990 it ended.',
    ],
    [
      'at Inc., Jr. and a.m. before such a word',
      'He led ABC Inc.|In addition he wrote.|Come at 9 a.m.|The door is open.',
    ],
    ['at a label of one letter', 'Take vitamin C.|Foods have it.|It was World War I.|Germany lost.'],
    ['at a unit', 'Wait for 2 h.|Six came.|It takes 20 ms.|The server rests.'],
    ['at No. without a number', 'No.|He did not.'],
    ['at a month without a number', 'It rained in Sept.|Rain fell.'],
    ['at a pronoun that looks like an abbreviation', 'Он помог им.|Она нет.'],
    ['before a number', 'It ended in 1990.|25 people came.'],
    ['before a word that begins small on purpose', 'It sold well.|iPhone sales rose.|mRNA helps.'],
    ['behind note marks', 'It was proved.[5]|Then again.[6][citation needed]|Later too.²|End.'],
    ['in dialogue with dashes', '— Да.|— Нет.|— Да, — сказал он.'],
    ['with Spanish marks', '¿Qué?|¡No!|Bueno.'],
    ['behind French quotes with their spaces', '« Bonjour. »|Il part.|«\u00a0Oui\u00a0!\u00a0»|Elle reste.'],
    ['before German quotes', 'Er kam.|„Komm!“|»Nein.«|Ende.'],
    ['at a Russian year', 'Подписано 15 апреля 1994 г.|Соглашение вступило в силу и т. д.|Москва рада.'],
    ['in text without capitals', 'all is small.|nothing is large!|good'],
    ['at the danda and the Arabic question mark', 'यह है।|वह था।|من؟|أنا.'],
    ['at a full stop set apart by a machine', 'He left .|She stayed .'],
  ])('%s', (_, divided) => {
    expect(sentencesOf(joined(divided)).join('|')).toBe(divided);
  });

  test('at CJK marks without any space', () => {
    expect(sentencesOf('中文。第二句！“好。”他说。')).toEqual(['中文。', '第二句！', '“好。”', '他说。']);
  });

  test('at a blank line, with or without a mark', () => {
    expect(sentencesOf('no mark here\n \nand here')).toEqual(['no mark here', 'and here']);
  });
});

describe('a mark does not end a sentence', () => {
  test('in a name, a question inside a sentence, or before a comma', () => {
    const sentences = ['Yahoo! bought it.', '“Why?” he asked.', '“Stop!”, she said.'];
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  test('at a single line break', () => {
    expect(sentencesOf('the Federal\nCustoms Service.\nIt met.')).toEqual([
      'the Federal\nCustoms Service.',
      'It met.',
    ]);
  });

  test('before mere marks or an emoji: they stay with the sentence', () => {
    expect(sentencesOf('Wow!! !! . . . 🎉')).toEqual(['Wow!! !! . . . 🎉']);
  });
});

describe('offsets', () => {
  test('leave out white space of every kind around a sentence', () => {
    const paragraph = '\u00a0 One.\u00a0\u2003Two.\t\u00a0';
    expect(splitSentences(paragraph)).toEqual([
      { start: 2, end: 6 },
      { start: 8, end: 12 },
    ]);
  });

  test.each(['', ' ', '\n\n', '\u00a0\u2003'])('are none for the blank paragraph %j', (blank) => {
    expect(splitSentences(blank)).toEqual([]);
    expect(toOneSentence(blank)).toEqual([]);
  });
});

describe('the whole as one sentence', () => {
  test('keeps marks and lines together', () => {
    expect(toOneSentence(' a. B\n\nc. ')).toEqual([{ start: 1, end: 9 }]);
  });
});

const piecesOfStrings = fc.constantFrom(
  '.',
  '!',
  '…',
  '。',
  ' ',
  '\u00a0',
  '\n',
  '"',
  '”',
  '(',
  ')',
  '«',
  ' »',
  '[1]',
  'A',
  'U.S.',
  'Dr.',
  'г.',
  '5',
  'word',
  'The',
  'é',
  'e\u0301',
  '👩‍👩‍👧',
  '🏽',
  '\ud800',
  '\udc00',
  '한',
  '\u200d',
  '\r',
);
const strings = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piecesOfStrings, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(piecesOfStrings, { minLength: 300, maxLength: 900 }).map((pieces) => pieces.join('')),
);

describe('whatever the string', () => {
  test.each([
    ['sentences', splitSentences],
    ['the whole', toOneSentence],
  ])('%s hold each character but white space once, in order, trimmed', (_, split) => {
    fc.assert(
      fc.property(strings, (text) => {
        let covered = '';
        let last = 0;
        for (const { start, end } of split(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          const sentence = text.slice(start, end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          covered += sentence;
          last = end;
        }
        expect(covered.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  test('no character is divided: neither a surrogate pair nor a letter from its accents', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(strings, (text) => {
        const boundaries = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
        const starts = new Set(splitSentences(text).map(({ start }) => start));
        // Between two sentences, only white space was removed.
        const cuts = splitSentences(text).filter(({ end }) => starts.has(end));
        expect(cuts.filter(({ end }) => !boundaries.has(end))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
