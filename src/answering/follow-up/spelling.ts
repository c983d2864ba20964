import { splitWords } from '../../text/words/words.ts';

/** The text with its lower-case words as `spellingOf` spells them, in as many letters, where that is not null; short ones stay. */
export function applySpelling(text: string, spellingOf: (word: string) => string | null): string {
  return splitWords(text).reduce((done, { start, end }) => {
    const typed = done.slice(start, end);
    const written = /^\p{Ll}[\p{L}\p{N}]{2,}$/u.test(typed) ? spellingOf(typed) : null;
    return written === null ? done : done.slice(0, start) + written + done.slice(end);
  }, text);
}
