import { joinFolded, splitWords, type Word } from '../../text/words/words.ts';
import { classifyWord, isPlural } from './word-classes.ts';

/** Question words for how, when, where or why, any of which can replace another. */
const ADVERBIAL =
  /^(?:(?:when|where|why|how)|how (?:long|often|far|come)|(?:by|with|for|to|from|about|of) (?:who|whom|which)|(?:since|until|till|by|from) when|for how long|(?:in|on|at|during) (?:what|which) \p{L}+|from where|why not)$/u;

/** The last question with other question words. */
export interface RephrasedQuestion {
  /** Null if the result is no good English. */
  readonly clean: string | null;
  /** The same words in an ungrammatical order. */
  readonly rough: string;
}

/** Asks the last question with other question words: “when” for “where”. */
export function rephraseQuestion(questionWords: readonly Word[], question: string): RephrasedQuestion {
  const questionWord = joinFolded(questionWords);
  const words = splitWords(question);
  const opening = countOpeningWords(words);
  const rest = question.slice(words[opening]?.start ?? question.length);
  const clean = rephraseCleanly(questionWord, { question, words, opening });
  return { clean, rough: `${questionWord} ${rest}` };
}

/** Counts the words that ask: “how many”, “in which”; none in a yes-no question. */
function countOpeningWords(words: readonly Word[]): number {
  const at = words.findIndex(({ folded }) => classifyWord(folded) === 'question');
  if (at < 0 || at > 1 || (at === 1 && classifyWord(words[0]?.folded ?? '') !== 'preposition')) return 0;
  const isHow = words[at]?.folded === 'how' && classifyWord(words[at + 1]?.folded ?? '') !== 'auxiliary';
  return at + (isHow ? 2 : 1);
}

/** The last question with its words, of which the first `opening` ask. */
interface LastWords {
  readonly question: string;
  readonly words: readonly Word[];
  readonly opening: number;
}

function rephraseCleanly(questionWord: string, { question, words, opening }: LastWords): string | null {
  const next = words[opening];
  if (next === undefined) return null;
  const asking = words.slice(0, opening).map(({ folded }) => folded);
  if (ADVERBIAL.test(questionWord)) {
    const isAdverbial = asking.length === 0 || ADVERBIAL.test(asking.join(' '));
    const adverb = isAdverbial && classifyWord(next.folded) === 'auxiliary' ? next : null;
    return adverb && `${questionWord} ${lowerFirst(question.slice(adverb.start), asking.length === 0)}`;
  }
  const things = words
    .slice(opening)
    .find((_, at) => classifyWord(words[opening + at + 1]?.folded ?? '') !== 'content');
  const countsThings =
    things !== undefined && isPlural(things.folded) && classifyWord(next.folded) === 'content';
  if (questionWord === 'how many' && /^(?:which|what)$/.test(asking.join(' ')) && countsThings)
    return `how many ${question.slice(next.start)}`;
  if (/^which(?: ones?)?$/.test(questionWord) && asking.join(' ') === 'how many')
    return `which ${question.slice(next.start)}`;
  return null;
}

function lowerFirst(text: string, isFirst: boolean): string {
  return isFirst ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
