import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { readAlternatives } from '../../../src/answering/yes-no/alternatives.ts';
import { baseOf } from '../../articles.ts';

const base = baseOf('Nothing.');

function alternativesOf(question: string): readonly string[] | null {
  return readAlternatives(readQuestion(base, question))?.map(({ folded }) => folded) ?? null;
}

describe('the alternatives of a question', () => {
  it.each([
    ['Is it red or blue?', ['red', 'blue']],
    ['Is it red, or blue?', ['red', 'blue']],
    ['Are ctenophores predators, vegetarian or parasitic?', ['predators', 'vegetarian', 'parasitic']],
    ['Is it red or blue or green?', ['red', 'blue', 'green']],
    ['Do members go by train or by bus?', ['train', 'bus']],
    ['Is it a red book or a blue book?', ['red', 'blue']],
    ['Of the offices, is it China or Japan?', ['china', 'japan']],
  ])('%s → %j', (question, expected) => expect(alternativesOf(question)).toEqual(expected));

  it.each(['Is it red?', 'Is it red or not?', 'Is it so or so?'])('are none in “%s”', (question) =>
    expect(alternativesOf(question)).toEqual([]),
  );

  it('cannot be read where one of them is no telling word', () => {
    expect(alternativesOf('Do levels go up, down or stay?')).toBeNull();
    expect(alternativesOf('Or blue?')).toBeNull();
  });
});
