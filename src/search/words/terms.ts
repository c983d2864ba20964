import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import type { Word } from '../../text/words/words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A content word of a question, as the fact base understands it. */
export interface Term {
  readonly kind: 'known' | 'corrected' | 'missing';
  readonly word: Word;
  /** The word to look for: the corrected word if there is one. */
  readonly folded: string;
  readonly stem: string;
}

/** What the words of a question are compared with. */
interface TermContext {
  /** The words of the base. */
  readonly vocabulary: Vocabulary;
  readonly knowsStem: (stem: string) => boolean;
  /** Returns whether a folded word is one of the language, in the base or not. */
  readonly isWord: (folded: string) => boolean;
}

/**
 * A question may be 10,000 characters long. Content words after this many do not change what it asks, but each costs time, most of all
 * one that the base does not hold.
 */
const MAX_WORDS = 64;

/**
 * Reads the distinct content words among `words` in their order. A word that the base holds is never corrected. Any other word is matched
 * against the base's words, and is `missing` if none is close enough.
 */
export function readTerms(words: readonly Word[], known: TermContext): readonly Term[] {
  const content = words.filter((word, index) => !isFunctionWord(word.folded) || isTelling(words, index));
  if (content.every(({ folded }) => isFunctionWord(folded))) return readNouns(words, known);
  const terms = keepFirstOfEach(content, ({ folded }) => folded)
    .slice(0, MAX_WORDS)
    .map((word) => readTerm(word, known));
  return keepFirstOfEach(terms, (term) => term.stem);
}

/** Function words that are nouns if the question has no other: “where is the well”. */
const NOUNS: ReadonlySet<string> = new Set(['well', 'mine', 'will', 'may', 'can', 'down']);

function readNouns(words: readonly Word[], known: TermContext): readonly Term[] {
  const nouns = words.filter(({ folded }, index) => NOUNS.has(folded) && words[index - 1]?.folded === 'the');
  return nouns.map((word) => readTerm(word, known));
}

/** Function words without which the question would be another. */
const TELLING: ReadonlySet<string> = new Set(['without', 'before', 'after']);
/** “Turn it off” is not “turn it on”. */
const PARTICLES: ReadonlySet<string> = new Set(['on', 'off', 'in', 'out', 'up', 'down']);
const WITH_PARTICLE: ReadonlySet<string> = new Set(
  'turn turned turns turning switch switched switches switching log sign opt power shut toggle'.split(' '),
);
/** How many words may be between verb and particle: “turn the server's music off”. */
const FURTHEST = 5;

/** Returns whether a function word is a content word in this sentence. */
function isTelling(words: readonly Word[], index: number): boolean {
  const folded = words[index]?.folded ?? '';
  if (TELLING.has(folded)) return true;
  if (!PARTICLES.has(folded)) return false;
  return words.slice(Math.max(0, index - FURTHEST), index).some((before) => WITH_PARTICLE.has(before.folded));
}

function keepFirstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  }
  return [...first.values()];
}

function readTerm(word: Word, { vocabulary, knowsStem, isWord }: TermContext): Term {
  const own = stem(word.folded);
  if (knowsStem(own)) return { kind: 'known', word, folded: word.folded, stem: own };
  const closest = vocabulary.findClosest(word.folded, isWord(word.folded));
  if (closest === null) return { kind: 'missing', word, folded: word.folded, stem: own };
  return { kind: 'corrected', word, folded: closest, stem: stem(closest) };
}
