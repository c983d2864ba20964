import type { Term } from '../../search/words/terms.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord, MONTHS, WEEKDAYS } from '../../text/words/word-lists.ts';
import { isAuxiliary } from '../question/answer-type.ts';
import { isWrittenAsName, type Question } from '../question/question.ts';
import type { Sentence, WordRange } from './sentence.ts';

/** How similar two names are as counterparts. */
const NAMES_SIMILARITY = 0.5;
/** How many words away the shared neighbour may be: “9 offices”, “8 representative offices”. */
const REACH = 2;
/** The same for the content word beyond a preposition: “agreements of cooperation and mutual aid with …”. */
const TELLING_REACH = 8;
/** After more function words than this, nothing belongs to what precedes them. */
const FURTHEST_TELLING = 20;
/** Words between a word and the neighbour that counts. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'any']);

/** Anything may be beside these, so they are no neighbours. */
const PRONOUNS: ReadonlySet<string> = new Set('i you he she it we they there this that'.split(' '));

const NUMBERS: ReadonlySet<string> = new Set(
  `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty
  ninety hundred thousand million billion dozen`.split(/\s+/),
);
const WEEKDAY = new RegExp(`^(?:${WEEKDAYS.join('|').toLowerCase()})s?$`);
/** Folded, “march” and “may” are more often verbs. */
const SURE_MONTHS: ReadonlySet<string> = new Set(
  MONTHS.map((month) => month.toLowerCase()).filter((month) => month !== 'march' && month !== 'may'),
);
const ORDINALS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
);

/**
 * Finds what a sentence says in place of a word of the question that it does not say: another number, day, month or name beside the same
 * neighbour. The result includes that neighbour if it is a content word. Null if there is none.
 */
export function findCounterpart(
  question: Question,
  term: Term,
  sentence: Sentence,
  said: ReadonlySet<number>,
): WordRange | null {
  const { words } = question;
  const at = words.findIndex(({ start }) => start === term.word.start);
  const foldedWords = words.map(({ folded }) => folded);
  let best: { readonly range: WordRange; readonly similarity: number } | null = null;
  for (const index of sentence.words.keys()) {
    if (said.has(index)) continue;
    const similarity = compareKinds(question, term, sentence, index);
    if (similarity <= (best?.similarity ?? 0)) continue;
    const range = spanSharedNeighbour(foldedWords, { at, sentence, index });
    if (range !== null) best = { range, similarity };
  }
  return best?.range ?? null;
}

/** Compares the kinds of two words: 1 for two figures, days or months, less for two names, 0 for all others. */
function compareKinds(question: Question, term: Term, sentence: Sentence, index: number): number {
  const other = sentence.words[index];
  if (other === undefined) return 0;
  const [one, two] = [classifyDateOrFigure(term.folded), classifyDateOrFigure(other.folded)];
  if (one !== null || two !== null) return one === two ? 1 : 0;
  // The first word of a sentence always has a capital.
  const isOtherName =
    index > 0 &&
    !isFunctionWord(other.folded) &&
    /^\p{Lu}\p{Ll}/u.test(sentence.text.slice(other.start, other.end));
  // A word that no article holds counts as a name if it was typed like one.
  const isAskedName =
    isWrittenAsName(question, term) || /^\p{Lu}/u.test(question.text.slice(term.word.start));
  return isOtherName && isAskedName ? NAMES_SIMILARITY : 0;
}

/** Returns the kind of a folded figure, day or month, or null if the word is none. */
function classifyDateOrFigure(folded: string): string | null {
  if (WEEKDAY.test(folded)) return 'weekday';
  return SURE_MONTHS.has(folded) ? 'month' : classifyFigure(folded);
}

/** Returns the kind of a folded number, or null if the word is none. */
export function classifyFigure(folded: string): 'year' | 'number' | 'ordinal' | null {
  if (/^(?:1\d|20)\d\d$/.test(folded)) return 'year';
  if (ORDINALS.has(folded) || /^\d+(?:st|nd|rd|th)$/.test(folded)) return 'ordinal';
  return NUMBERS.has(folded) || /^\d+(?:[.,]\d+)*$/.test(folded) ? 'number' : null;
}

interface WordPair {
  /** The index in the question. */
  readonly at: number;
  readonly sentence: Sentence;
  /** The index in the sentence. */
  readonly index: number;
}

/** Returns the words from `index` to the neighbour that it shares with the word of the question, or null if they share none. */
function spanSharedNeighbour(
  foldedWords: readonly string[],
  { at, sentence, index }: WordPair,
): WordRange | null {
  for (const step of [1, -1]) {
    const next = at + step * (ARTICLES.has(foldedWords[at + step] ?? '') ? 2 : 1);
    const neighbour = foldedWords[next];
    if (neighbour === undefined || isAuxiliary(neighbour) || PRONOUNS.has(neighbour)) continue;
    const other = findBeside(sentence, { index, step, reach: REACH, folded: neighbour });
    if (other === null) continue;
    if (!isFunctionWord(neighbour)) return { first: Math.min(index, other), last: Math.max(index, other) };
    // “Offices in Paris” and “agreements in Moscow” share a neighbour that tells nothing.
    const telling = findNextTelling(foldedWords, next, step);
    const isShared = (folded: string): boolean =>
      findBeside(sentence, { index, step, reach: TELLING_REACH, folded }) !== null;
    if (telling === null || isShared(telling)) return { first: index, last: index };
  }
  return null;
}

/** Finds a word at most `reach` words from `index`: to the right for the step 1, to the left for -1. */
function findBeside(
  { stems }: Sentence,
  { index, step, reach, folded }: { index: number; step: number; reach: number; folded: string },
): number | null {
  const stemmed = stem(folded);
  for (let away = 1; away <= reach; away++)
    if (stems[index + step * away] === stemmed) return index + step * away;
  return null;
}

function findNextTelling(foldedWords: readonly string[], at: number, step: number): string | null {
  for (let away = 1; away <= FURTHEST_TELLING; away++) {
    const word = foldedWords[at + step * away];
    if (word === undefined) return null;
    if (!isFunctionWord(word)) return word;
  }
  return null;
}
