import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords, type Word } from '../../text/words/words.ts';
import type { Question } from '../question/question.ts';

/** A sentence, word by word, to compare with a question. Places count its words from 0. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  /** The stem of each word. */
  readonly stems: readonly string[];
  readonly candidate: Candidate;
}

/** A question beside the sentence that may settle it. */
export interface Comparison {
  readonly question: Question;
  readonly sentence: Sentence;
}

const OPPOSING: ReadonlySet<string> = new Set(['anti', 'non', 'un', 'ex', 'counter']);

/** A range of words; both ends are included. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

export function readSentence(candidate: Candidate): Sentence {
  const { text } = candidate.fact;
  const words = splitWords(text);
  return { text, words, stems: words.map(({ folded }) => stem(folded)), candidate };
}

/** Finds where the sentence says a word of the question, or the long form of a short one. */
export function findOccurrences({ question: { base }, sentence }: Comparison, term: Term): readonly number[] {
  const meant = new Set(base.listMeantTerms(term.stem));
  return sentence.stems.flatMap((stemmed, index) => {
    const number = base.lexicon.findTerm(stemmed);
    return number !== undefined && meant.has(number) && !isOpposite(sentence, index) ? [index] : [];
  });
}

/** Returns whether the word before negates it: “non-smokers” says nothing about smokers. */
function isOpposite(sentence: Sentence, index: number): boolean {
  return OPPOSING.has(sentence.words[index - 1]?.folded ?? '') && isHyphenated(sentence, index - 1);
}

/** Returns whether a comma, colon or bracket separates the word at `index` from the next one. */
export function isParted({ text, words }: Sentence, index: number): boolean {
  return /[^\s\p{L}\p{N}"“”'’%$€£-]/u.test(text.slice(words[index]?.end, words[index + 1]?.start));
}

/** Returns whether the word at `index` and the next one are halves of one: “inter-library”. */
export function isHyphenated({ text, words }: Sentence, index: number): boolean {
  return /^[-‐‑]$/.test(text.slice(words[index]?.end ?? 0, words[index + 1]?.start ?? 0));
}
