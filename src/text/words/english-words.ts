import words from '../english-words.json' with { type: 'json' };

/** The commonest words of English as GloVe counted them in Wikipedia and Gigaword (PDDL 1.0), folded; names among them. */
const ENGLISH: ReadonlySet<string> = new Set(words);

/** Whether a folded word is a common one of English, and so no typo of another. */
export function isEnglishWord(folded: string): boolean {
  return ENGLISH.has(folded);
}
