import { describe, expect, test } from 'vitest';
import { holdsNegation, includeNegation } from '../../../src/answering/yes-no/negation.ts';
import { readSentence } from '../../../src/answering/yes-no/sentence.ts';
import { baseOf } from '../../articles.ts';

/** What becomes of the [bracketed] word of a sentence. */
function widened(sentence: string): string {
  const plain = sentence.replace(/[[\]]/g, '');
  const base = baseOf(plain);
  const [candidate] = base.find(base.readTerms([{ folded: 'dogs', start: 0, end: 4 }]), 1);
  if (candidate === undefined) throw new Error('the sentence must speak of dogs');
  const read = readSentence(candidate);
  const at = read.words.findIndex(({ start }) => start === sentence.indexOf('['));
  const { first, last } = includeNegation(read, { first: at, last: at });
  return plain.slice(read.words[first]?.start, read.words[last]?.end);
}

describe('a word range', () => {
  test.each([
    ['Dogs are not [allowed] here.', 'not allowed'],
    ['Dogs are never really [allowed].', 'never really allowed'],
    ['[Dogs] are not allowed here.', 'Dogs are not allowed'],
    ['[Dogs] aren’t allowed here.', 'Dogs aren’t allowed'],
    ['Dogs can’t be [allowed].', 'can’t be allowed'],
    ['Cats instead of [dogs] came.', 'instead of dogs'],
    ['[Dogs] cost nothing.', 'Dogs cost nothing'],
  ])('includes the negation of its clause: %s', (sentence, expected) =>
    expect(widened(sentence)).toBe(expected),
  );

  test.each([
    'Dogs do not bark, but they are [allowed].',
    'Dogs do not bark and are [allowed].',
    '[Dogs] came rather than cats.',
    '[Dogs] came, not cats.',
    'Dogs may come if cats that do not bite are in the garden and are [allowed].',
    '[Dogs] do not.',
  ])('leaves out that of another clause: %s', (sentence) =>
    expect(widened(sentence)).toBe(/\[(.*)\]/.exec(sentence)?.[1]),
  );

  test('holds a negation if one of its words is one', () => {
    const base = baseOf('Dogs are not allowed.');
    const [candidate] = base.find(base.readTerms([{ folded: 'dogs', start: 0, end: 4 }]), 1);
    if (candidate === undefined) throw new Error('no dogs');
    const sentence = readSentence(candidate);
    expect(holdsNegation(sentence, { first: 2, last: 3 })).toBe(true);
    expect(holdsNegation(sentence, { first: 0, last: 1 })).toBe(false);
  });
});
