import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question.ts';
import { relatedWords } from '../../../src/answering/ranking/related-words.ts';
import { stem } from '../../../src/text/stems.ts';
import { baseOf } from '../../articles.ts';
import { models } from '../../models.ts';

const { vectors } = models;

function relatedTo(asked: string) {
  const base = baseOf('The treaty ended.');
  return relatedWords(vectors, readQuestion(base, asked, vectors).terms);
}

describe('the words related to those of a question', () => {
  it('are the neighbours of each that are alike enough, as stems', () => {
    const word = vectors.indexOf('treaty');
    const neighbours = vectors.neighbours(word).filter((other) => vectors.similarity(word, other) >= 0.5);
    const stems = relatedTo('treaty').map((related) => related.stem);
    expect(stems).toEqual(neighbours.map((other) => stem(vectors.wordAt(other))));
    expect(stems).toContain(stem('pact'));
  });

  it('count three tenths of their likeness', () => {
    const pact = relatedTo('treaty').find((related) => related.stem === stem('pact'));
    const likeness = vectors.similarity(vectors.indexOf('treaty'), vectors.indexOf('pact'));
    expect(pact?.weight).toBeCloseTo(0.3 * likeness);
  });

  it('are none for a word that has no vector', () => {
    expect(relatedTo('xqzwv')).toEqual([]);
  });
});
