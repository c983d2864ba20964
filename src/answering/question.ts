import type { FactBase } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import { splitWords, type Word } from '../text/words.ts';
import { type AskedFor, mendQuestionWords, readAskedFor } from './asked-for.ts';

/** A question as the fact base understands it. */
export interface Question {
  /** As it was asked, white space folded. */
  readonly text: string;
  readonly typed: readonly Word[];
  /** The same with mistyped question words mended. */
  readonly words: readonly Word[];
  readonly asksFor: AskedFor;
  /** Its distinct content words in the order they were asked; empty where it has none. */
  readonly terms: readonly Term[];
}

/** What is asked stands in so many characters; Discord takes 6,000 of them at most. */
const MAX_CHARS = 10_000;

/** Reads a question of any length and content; nothing in `text` makes it fail. */
export function readQuestion(base: FactBase, text: string): Question {
  const folded = text.replace(/\s+/g, ' ').trim();
  const typed = splitWords(folded.slice(0, MAX_CHARS));
  const words = mendQuestionWords(typed, (word) => base.knowsWord(word));
  return { text: folded, typed, words, asksFor: readAskedFor(words), terms: base.readTerms(words) };
}

/** The question with its misspelt words replaced by what they were read as; null where nothing was corrected. */
export function correctedText({ text, typed, words, terms }: Question): string | null {
  const corrected = new Map(
    terms.filter(({ kind }) => kind === 'corrected').map(({ word, folded }) => [word.folded, folded]),
  );
  const pieces: string[] = [];
  let done = 0;
  for (const [index, { folded, start, end }] of words.entries()) {
    const meant = corrected.get(folded) ?? folded;
    if (meant === typed[index]?.folded) continue;
    pieces.push(text.slice(done, start), meant);
    done = end;
  }
  return done === 0 ? null : pieces.join('') + text.slice(done);
}
