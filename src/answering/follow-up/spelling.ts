import type { Fact } from '../../knowledge/article.ts';
import { splitWords } from '../../text/words.ts';

/** The text with its lower-case words as the article spells them where it has them in capitals within its sentences. */
export function spelt(text: string, facts: readonly Fact[]): string {
  return splitWords(text).reduce((done, { start, end }) => {
    const typed = done.slice(start, end);
    const written = /^\p{Ll}[\p{L}\p{N}-]{2,}$/u.test(typed) ? spellingOf(typed, facts) : null;
    return written === null ? done : done.slice(0, start) + written + done.slice(end);
  }, text);
}

/** How the facts spell a word that they write with a capital alone, also where no sentence begins; null where they do not. */
function spellingOf(word: string, facts: readonly Fact[]): string | null {
  const pattern = new RegExp(`(?<=[\\p{L}\\p{N},] ?)(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu');
  const written = facts.flatMap(({ text }) => text.match(pattern) ?? []);
  const [first] = written;
  return first === undefined || written.some((each) => /^\p{Ll}/u.test(each)) ? null : first;
}
