/** The folded English words that negate wherever they stand. Words that also limit, such as “only”, are not among them. */
export const NEGATION_WORDS: readonly string[] = `no not never none nobody nothing cannot except
  isnt arent wasnt werent dont doesnt didnt cant couldnt wont shouldnt mustnt aint`.split(/\s+/);
