import type { Word } from '../../text/words/words.ts';
import { classifyWord, isPossessive } from './word-classes.ts';

/** Pronouns of the asker, which may precede what the question is about: “how do I install it”. */
const ASKERS: ReadonlySet<string> = new Set(['i', 'you', 'u', 'we', 'one', 'people', 'someone', 'anyone']);
/** “How long does it take to …”, “is it true that …”: such an “it” stands for what follows. */
const STANDS_FOR_WHAT_FOLLOWS = /^it\b.*\b(?:to|that|when|if|whether|like)\b/;
/** “Which university has its origins in …”, “is it the first …”: the antecedent is in the question. */
const STANDS_FOR_WHAT_IS_ASKED =
  /^(?:who|what|which)\b.* (?:has|have|had) (?:its|their|his|her)\b|^(?:is|was|are|were) (?:it|they|he|she) (?:the|an?)\b/;
/** Patterns of what may precede a pronoun, by the classes of the words; q: question word, a: auxiliary, c: content… */
const BEFORE: readonly RegExp[] = [
  // “when was it”, “in what year did they”, “how many employees does it”, “is it”.
  /^p?(?:q[csm]{0,4})?a$/,
  // “who founded it”, “who plays for them”, “how many countries use it”.
  /^q(?:m?c{1,2})?[cs]{1,2}p?$/,
  // “who is behind it”, “who was responsible for it”, “what is known about them”.
  /^qa[cs]?p$/,
  // “how long can I keep them”, “can you go into it”.
  /^p?(?:q[csm]{0,3})?ai[cs]{1,2}p?$/,
];
/** After the first pattern, anything may follow the pronoun; after the others, nothing that it may belong to. */
const ANYTHING_BEHIND = BEFORE[0];

/**
 * Finds the pronoun of a question that stands for something said before. Returns null if there is none, or if its antecedent may be in
 * the question.
 */
export function findOpenPronoun(words: readonly Word[], isName: (word: Word) => boolean): Word | null {
  const place = words.findIndex((_, at) => isPronounAt(words, at));
  const word = words[place];
  if (word === undefined) return null;
  const [before, behind] = [words.slice(0, place), words.slice(place + 1)];
  // “I” is always written with a capital, like a name.
  if (before.some((each, at) => at > 0 && !ASKERS.has(each.folded) && isName(each))) return null;
  if (STANDS_FOR_WHAT_FOLLOWS.test(joinWords([word, ...behind]))) return null;
  if (STANDS_FOR_WHAT_IS_ASKED.test(joinWords(words))) return null;
  if (before.length === 0) return isPossessive(word.folded) && behind.length <= 3 ? word : null;
  const fits = BEFORE.find((pattern) => pattern.test(before.map(toClassLetter).join('')));
  if (fits === undefined) return null;
  return fits === ANYTHING_BEHIND || endsThere(behind) ? word : null;
}

function isPronounAt(words: readonly Word[], at: number): boolean {
  const word = words[at]?.folded ?? '';
  switch (classifyWord(word)) {
    case 'pronoun':
      return true;
    case 'pointer':
      // “Who founded that?”, but “who said that he …”, “when was that agreement …”.
      return at === words.length - 1;
    case 'place':
      return word === 'there' && at === words.length - 1 && toClassLetter(words[at - 1]) !== 'a';
    default:
      return false;
  }
}

/** Tells whether the clause ends at the pronoun: “who founded it in 1904”, but not “who sings it’s a hard life”. */
function endsThere(behind: readonly Word[]): boolean {
  const next = behind[0];
  return next === undefined || ['preposition', 'time', 'place'].includes(classifyWord(next.folded));
}

function toClassLetter(word: Word | undefined): string {
  if (word === undefined) return '';
  if (ASKERS.has(word.folded)) return 'i';
  if (/^(?:many|much|long|often|far)$/.test(word.folded)) return 'm';
  switch (classifyWord(word.folded)) {
    case 'question':
      return 'q';
    case 'auxiliary':
      return 'a';
    case 'preposition':
      return 'p';
    case 'content':
      return 'c';
    case 'small':
      return 's';
    default:
      return '-';
  }
}

function joinWords(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}
