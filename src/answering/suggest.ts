import type { WordVectors } from '../learned/word-vectors.ts';
import type { FactBase } from '../search/fact-base.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { splitWords } from '../text/words.ts';
import type { Outcome } from './answer.ts';
import type { AnsweringModels } from './answering-models.ts';
import type { Question } from './question.ts';
import { isSmallTalk } from './small-talk.ts';

const MOST = 3;
/** fuse.js compares each of them with every suggestion: the most telling ones are enough. */
const COMPARED_WORDS = 6;
/** So many are compared by what they mean, which takes a millisecond; the pinned ones come first. */
const MOST_COMPARED = 500;

/**
 * Questions near the one that was asked that the articles can be asked, closest first. Where nothing is known there are some as
 * long as the articles have any: those that share words, then those that mean the most alike.
 */
export function suggest(
  base: FactBase,
  question: Question,
  { outcome, models }: { readonly outcome: Outcome; readonly models: Pick<AnsweringModels, 'vectors'> },
): readonly string[] {
  if (outcome === 'answered' || question.terms.length === 0 || isSmallTalk(question.words)) return [];
  const asked = folded(question.text);
  const close = base.suggestions.closest(tellingWords(base, question), MOST + 1);
  const more = outcome === 'unknown' && close.length < MOST ? nearest(base, question, models.vectors) : [];
  return [...new Set([...close, ...more])].filter((text) => folded(text) !== asked).slice(0, MOST);
}

/** The most telling of the words that the articles hold: one that they do not would put fuse.js off all questions. */
function tellingWords(base: FactBase, { terms }: Question): string {
  return terms
    .filter(({ kind }) => kind !== 'missing')
    .toSorted((a, b) => base.idf(b.stem) - base.idf(a.stem))
    .slice(0, COMPARED_WORDS)
    .map((term) => term.folded)
    .join(' ');
}

/** The questions of the base whose words are the most like those asked, by their vectors. */
function nearest({ suggestions }: FactBase, { terms }: Question, vectors: WordVectors): readonly string[] {
  const asked = terms.slice(0, COMPARED_WORDS).map((term) => vectors.indexOf(term.folded));
  return suggestions.all
    .slice(0, MOST_COMPARED)
    .map((text) => ({ text, likeness: likenessOf(asked, contentWords(text, vectors), vectors) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST + 1)
    .map(({ text }) => text);
}

/** The sum, over the words asked, of how much the likest of the others is like them. */
function likenessOf(asked: readonly number[], others: readonly number[], vectors: WordVectors): number {
  return asked.reduce(
    (sum, word) => sum + Math.max(0, ...others.map((other) => vectors.similarity(word, other))),
    0,
  );
}

function contentWords(text: string, vectors: WordVectors): readonly number[] {
  return splitWords(text).flatMap((word) =>
    isFunctionWord(word.folded) ? [] : [vectors.indexOf(word.folded)],
  );
}

function folded(text: string): string {
  return splitWords(text)
    .map((word) => word.folded)
    .join(' ');
}
