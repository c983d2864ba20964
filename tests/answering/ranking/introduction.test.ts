import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import {
  introducesOne,
  isIntroducedBy,
  isOnlyIntroduction,
} from '../../../src/answering/ranking/introduction.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import type { Candidate } from '../../../src/search/index/candidate.ts';
import { markdownArticle } from '../../articles.ts';

const BODY = `Shop hours:

- Monday
- Friday

There are three kinds of shop:

- Large
- Small

The shop is old.

- It leaks.

The shop prices are as follows:

Five euros.

| Shop | Price |
|---|---|
| Baker | 5 euros |
`;
const base = FactBase.build([markdownArticle('shop.md', `---\ntitle: Shop\n---\n\n${BODY}`)]);
const candidates = base.find(readQuestion(base, 'shop').terms, 100, { atLeast: 100 });

function candidateOf(text: string): Candidate {
  const found = candidates.find(({ fact }) => fact.text === text);
  if (found === undefined) throw new Error(`no fact “${text}”`);
  return found;
}

function isBelow(text: string, above: string): boolean {
  return isIntroducedBy(candidateOf(text), candidateOf(above));
}

describe('a fact only introduces', () => {
  test.each([
    ['What are the hours?', 'Shop hours:'],
    ['What kinds are there?', 'There are three kinds of shop:'],
    ['What are the prices?', 'The shop prices are as follows:'],
    ['How many prices are there?', 'Shop | Price'],
  ])('what “%s” asks for: %s', (question, text) =>
    expect(isOnlyIntroduction(readQuestion(base, question), candidateOf(text))).toBe(true),
  );

  test.each([
    ['it holds the number that is asked for', 'How many kinds are there?', 'There are three kinds of shop:'],
    ['it is asked for yes or no', 'Are there kinds of shop?', 'There are three kinds of shop:'],
    ['it is a sentence by itself', 'What is the shop like?', 'The shop is old.'],
    ['it introduces nothing', 'What is there on Monday?', 'Monday'],
  ])('no answer if %s', (_, question, text) =>
    expect(isOnlyIntroduction(readQuestion(base, question), candidateOf(text))).toBe(false),
  );
});

describe('an introduction', () => {
  test('introduces the items and rows below, and the paragraph after a colon', () => {
    expect(isBelow('Friday', 'Shop hours:')).toBe(true);
    expect(isBelow('Baker | 5 euros', 'Shop | Price')).toBe(true);
    expect(isBelow('Five euros.', 'The shop prices are as follows:')).toBe(true);
    expect(isBelow('Small', 'Shop hours:')).toBe(false);
    expect(isBelow('Shop hours:', 'Friday')).toBe(false);
  });

  test('introduces one thing if a single item, row or paragraph follows', () => {
    expect(introducesOne(candidateOf('The shop prices are as follows:'))).toBe(true);
    expect(introducesOne(candidateOf('Shop | Price'))).toBe(true);
    expect(introducesOne(candidateOf('Shop hours:'))).toBe(false);
  });
});
