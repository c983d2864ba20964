import type { WordVectors } from '../../learned/word-vectors.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { NUMBER_NAMES } from '../../text/numbers.ts';
import { stem } from '../../text/stems.ts';
import { findWords, foldWord } from '../../text/words.ts';
import type { AskedFor } from '../asked-for.ts';
import type { FeatureGroup } from './scene.ts';

/** What is asked for, as far as different things in a sentence answer it. */
const KINDS = ['number', 'date', 'person', 'place', 'reason', 'manner', 'other'] as const;

const KIND_OF: Readonly<Record<AskedFor, (typeof KINDS)[number]>> = {
  number: 'number',
  amount: 'number',
  date: 'date',
  person: 'person',
  place: 'place',
  reason: 'reason',
  manner: 'manner',
  abbreviation: 'other',
  things: 'other',
  'yes-no': 'other',
  statement: 'other',
};

const NUMBER_WORD = new RegExp(
  `^(?:${NUMBER_NAMES.join('|')}|hundreds?|thousands?|millions?|billions?|half|third|quarter|dozen|several|few|single|double|twice|once|percent)$`,
);
const TIME_WORD =
  /^(?:1?\d{3}s?|20\d\ds?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|centuries|decade|spring|summer|autumn|winter|today|bc|ad|bce)$/;
/** More names, and more words, say no more. */
const MOST_NAMES = 4;
const MOST_WORDS = 25;
/** At the start of a sentence rarer words are taken for names. */
const COMMON_WORDS = 8000;

/** Whether the sentence holds numbers, times or names that the question does not say: an answer tells something new. */
export const NOVELTY_FEATURES: FeatureGroup = {
  names: [
    'novel.numbers',
    'novel.times',
    'novel.names',
    'novel.words',
    ...KINDS.flatMap((kind) => [
      `novel.numbers for ${kind}`,
      `novel.times for ${kind}`,
      `novel.names for ${kind}`,
    ]),
  ],
  open: (scene) => {
    const { base, question, vectors } = scene;
    const kind = KIND_OF[question.asksFor];
    // What a misspelt word was read as is not new.
    const askedWords = new Set([...question.words, ...question.terms].map(({ folded }) => folded));
    const asked = new Set(Array.from(askedWords, (folded) => base.termOf(stem(folded))));
    return ({ fact, index }) => {
      const words = Array.from(
        base.termsOf(index).filter((term) => !asked.has(term)),
        (term) => base.wordOf(term),
      );
      const found = [
        Number(words.some((word) => /\d/.test(word) || NUMBER_WORD.test(word))),
        Number(words.some((word) => TIME_WORD.test(word))),
        Math.min(MOST_NAMES, countNames(fact.text, askedWords, vectors)) / MOST_NAMES,
      ];
      const content = Math.min(MOST_WORDS, words.filter((word) => !isFunctionWord(word)).length);
      return [
        ...found,
        content / MOST_WORDS,
        ...KINDS.flatMap((each) => (each === kind ? found : found.map(() => 0))),
      ];
    };
  },
};

function countNames(text: string, asked: ReadonlySet<string>, vectors: WordVectors): number {
  return findWords(text).filter(({ start, end }, place) => {
    const word = text.slice(start, end);
    if (!/^\p{Lu}/u.test(word)) return false;
    const folded = foldWord(word);
    if (asked.has(folded) || isFunctionWord(folded)) return false;
    const number = vectors.indexOf(folded);
    return place > 0 || number < 0 || number > COMMON_WORDS;
  }).length;
}
