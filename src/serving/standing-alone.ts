import { readLeaning } from '../answering/follow-up/leaning.ts';
import { splitWords } from '../text/words.ts';

/** Longer questions nobody would choose from a list. */
const MAX_CHARS = 300;

/** Whether a question is worth offering to others: “When?” was answered there, but says nothing to whoever chooses it. */
export function standsAlone(question: string): boolean {
  return question.length <= MAX_CHARS && !leans(question);
}

/** Whether a question says little without the one before it. */
export function leans(question: string): boolean {
  return readLeaning(splitWords(question), () => false) !== null;
}
