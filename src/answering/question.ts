import type { FactBase } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import { splitWords, type Word } from '../text/words.ts';
import { type AskedFor, mendQuestionWords, readAskedFor } from './asked-for.ts';

/** A question as the fact base understands it. */
export interface Question {
  /** As it was asked, white space folded. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly asksFor: AskedFor;
  /** Its distinct content words in the order they were asked; empty where it has none. */
  readonly terms: readonly Term[];
}

/** Reads a question of any length and content; nothing in `text` makes it fail. */
export function readQuestion(base: FactBase, text: string): Question {
  const folded = text.replace(/\s+/g, ' ').trim();
  const words = mendQuestionWords(splitWords(folded), (word) => base.knowsWord(word));
  return { text: folded, words, asksFor: readAskedFor(words), terms: base.readTerms(words) };
}

/** The question with its misspelt words replaced by the base's own; null where nothing was corrected. */
export function correctedText(question: Question): string | null {
  const corrected = question.terms.filter(({ kind }) => kind === 'corrected');
  if (corrected.length === 0) return null;
  const meant = new Map(corrected.map(({ word, folded }) => [word.folded, folded]));
  let { text } = question;
  for (const { folded, start, end } of question.words.toReversed()) {
    text = text.slice(0, start) + (meant.get(folded) ?? text.slice(start, end)) + text.slice(end);
  }
  return text;
}
