import words from '../english-words.json' with { type: 'json' };

/** The most common English words, folded, including names. GloVe counted them in Wikipedia and Gigaword (PDDL 1.0). */
const ENGLISH: ReadonlySet<string> = new Set(words);

/** Returns whether a folded word is a common English word, and therefore not a typing error. */
export function isEnglishWord(folded: string): boolean {
  return ENGLISH.has(folded);
}
