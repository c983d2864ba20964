import { isFunctionWord, NEGATION_WORDS } from '../../text/words/word-lists.ts';
import { isParted, type Sentence, type WordRange } from './sentence.ts';

/** Words that negate what precedes them as well: “dogs are not …”, “allowed only in …”, “everyone except …”. */
const BOTH_WAYS: ReadonlySet<string> = new Set([
  ...NEGATION_WORDS,
  ...'hardly rarely seldom only unless nowhere hasnt havent hadnt wouldnt'.split(' '),
]);
/** Words that negate only what follows: “by train without cars”, “A rather than B”. */
const FORWARDS: ReadonlySet<string> = new Set('without unlike neither nor'.split(' '));
/** Words that deny by themselves: “children pay nothing”. */
const COMPLETE: ReadonlySet<string> = new Set(['none', 'nobody', 'nothing', 'nowhere']);
const FORWARD_PAIRS: ReadonlySet<string> = new Set(['rather than', 'instead of', 'other than', 'far from']);
/** Words that begin a clause of their own: a negation beyond them speaks of something else. */
const CLAUSE_BEGINNINGS: ReadonlySet<string> = new Set(
  'and but while whereas although though because since when where which that who if as so'.split(' '),
);
/** How many words apart a negation and what it denies may be: “is never affiliated with any particular …”. */
const FURTHEST_BEFORE = 6;
const FURTHEST_AFTER = 4;

/** Extends a range by the negation in its clause. Returns the same range if there is none. */
export function includeNegation(sentence: Sentence, range: WordRange): WordRange {
  const before = findNegationBefore(sentence, range);
  if (before !== null) return { first: before, last: range.last };
  const after = findNegationAfter(sentence, range);
  const denied = after === null ? null : findDeniedWord(sentence, after);
  return denied === null ? range : { first: range.first, last: denied };
}

/** Returns whether a negation in its clause precedes a range, or is inside it. */
export function isDenied(sentence: Sentence, range: WordRange): boolean {
  return holdsNegation(sentence, range) || findNegationBefore(sentence, range) !== null;
}

function findNegationBefore(sentence: Sentence, { first, last }: WordRange): number | null {
  // A range with a negation inside needs no other.
  for (let index = first; index <= last; index++) if (isNegation(sentence, index)) return first;
  for (let index = first - 1; index >= Math.max(0, first - FURTHEST_BEFORE); index--) {
    if (isParted(sentence, index)) return null;
    if (isNegation(sentence, index)) return index;
    if (beginsClause(sentence, index)) return null;
  }
  return null;
}

function findNegationAfter(sentence: Sentence, { last }: WordRange): number | null {
  const end = Math.min(sentence.words.length - 1, last + FURTHEST_AFTER);
  for (let index = last + 1; index <= end; index++) {
    if (isParted(sentence, index - 1) || beginsClause(sentence, index)) return null;
    if (BOTH_WAYS.has(sentence.words[index]?.folded ?? '')) return index;
  }
  return null;
}

/**
 * Finds the next content word after the negation at `index`: “not yet [allowed]”, “only in the [yard]”. Returns null if the clause ends
 * before it.
 */
function findDeniedWord(sentence: Sentence, index: number): number | null {
  if (COMPLETE.has(sentence.words[index]?.folded ?? '')) return index;
  for (let next = index + 1; next <= index + FURTHEST_AFTER && next < sentence.words.length; next++) {
    if (isParted(sentence, next - 1)) return null;
    if (!isFunctionWord(sentence.words[next]?.folded ?? '')) return next;
  }
  return null;
}

function isNegation({ words }: Sentence, index: number): boolean {
  const word = words[index]?.folded ?? '';
  return (
    BOTH_WAYS.has(word) ||
    FORWARDS.has(word) ||
    FORWARD_PAIRS.has(`${word} ${words[index + 1]?.folded ?? ''}`)
  );
}

/** Returns whether a range holds a negation. */
export function holdsNegation(sentence: Sentence, { first, last }: WordRange): boolean {
  for (let index = first; index <= last; index++) if (isNegation(sentence, index)) return true;
  return false;
}

function beginsClause({ words }: Sentence, index: number): boolean {
  return CLAUSE_BEGINNINGS.has(words[index]?.folded ?? '');
}
