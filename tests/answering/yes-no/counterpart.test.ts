import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { classifyFigure, findCounterpart } from '../../../src/answering/yes-no/counterpart.ts';
import { readSentence } from '../../../src/answering/yes-no/sentence.ts';
import { baseOf } from '../../articles.ts';

/** What the sentence says in place of the *starred* word of a question. */
function counterpartOf(question: string, fact: string): string | null {
  const base = baseOf(`Office: ${fact}`);
  const read = readQuestion(base, question.replaceAll('*', ''));
  const term = read.terms.find(({ word }) => word.start === question.indexOf('*'));
  const [candidate] = base.find(readQuestion(base, 'office').terms, 1);
  if (term === undefined || candidate === undefined) throw new Error('nothing to compare');
  const sentence = readSentence(candidate);
  const found = findCounterpart(read, term, sentence, new Set());
  return found && sentence.text.slice(sentence.words[found.first]?.start, sentence.words[found.last]?.end);
}

describe('the counterpart of a word', () => {
  test.each([
    ['Are there *9* offices?', 'There are 8 large offices.', '8 large offices'],
    ['Is it the *first* office?', 'It is the third office.', 'third office'],
    ['Was it in *1990*?', 'It was in 1994.', '1994'],
    ['Is it held on *Monday*?', 'It is held on Friday.', 'Friday'],
  ])('%s in “%s” is %s', (question, fact, expected) => expect(counterpartOf(question, fact)).toBe(expected));

  test.each([
    ['is of another kind', 'Are there *9* offices?', 'There are many offices.'],
    ['stands elsewhere', 'Are there *9* offices?', 'There are 8 dogs.'],
    ['means something else', 'Is it held on *Monday*?', 'It is held on stones.'],
  ])('is none if what is said %s', (_, question, fact) => expect(counterpartOf(question, fact)).toBeNull());
});

describe('the kind of a figure', () => {
  test.each([
    ['1994', 'year'],
    ['8', 'number'],
    ['1.5', 'number'],
    ['nine', 'number'],
    ['2nd', 'ordinal'],
    ['second', 'ordinal'],
    ['office', null],
  ])('%s: %s', (word, kind) => expect(classifyFigure(word)).toBe(kind));
});
