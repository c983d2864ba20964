import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { buildAnswerPassage } from '../../src/answering/passage/build-passage.ts';
import { toPassageText } from '../../src/answering/passage/passage.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { markdownArticle, plainArticle } from '../articles.ts';
import { meaningOf } from '../opened-encoders.ts';

const library = FactBase.build([
  markdownArticle(
    'library.md',
    `---
title: City library
---

The library lies in the old town. It was opened in 1950.

## Visiting

Opening hours:

- Monday to Friday: 9 to 18
- Saturday: 10 to 14
- Sunday: closed

There are three kinds of membership:

- Basic
- Plus
- Premium

## Fees

| Service | Price per month | Who may use it |
|---|---|---|
| Basic membership | 5 euros | everybody |
| Meeting room | 20 euros | members |
`,
  ),
]);
const pool = FactBase.build([
  plainArticle(
    'The pool',
    'The pool is at the lake.',
    'Opening hours:',
    'Monday to Friday from 9 to 18, on Saturdays from 10 to 14.',
  ),
]);

describe('a list or a table', () => {
  test.each([
    ['What are the opening hours on Saturday?', 'Saturday: 10 to 14', library],
    ['What is the price per month of the meeting room?', 'Meeting room | 20 euros | members', library],
    ['How many kinds of membership are there?', 'There are three kinds of membership:', library],
    ['pool opening hours', 'Monday to Friday from 9 to 18, on Saturdays from 10 to 14.', pool],
    ['When is the pool open?', 'Monday to Friday from 9 to 18, on Saturdays from 10 to 14.', pool],
  ])(
    'answers %j with what answers it, not with what stands above that: %s',
    async (question, quote, base) => {
      const { matches, outcome } = await answerQuestion(readQuestion(base, question), {
        limit: 1,
        vectors: await meaningOf(base),
      });
      expect(matches[0]?.fact.text).toBe(quote);
      expect(outcome).toBe('answered');
    },
  );

  test.each([
    [
      'What kinds of membership are there?',
      'There are three kinds of membership:\n- Basic\n- Plus\n- Premium',
    ],
    [
      'What is the price per month?',
      'Service: Basic membership · Price per month: 5 euros · Who may use it: everybody\nService: Meeting room · Price per month: 20 euros · Who may use it: members',
    ],
  ])('that is asked for as a whole by %j is shown as a whole', async (question, shown) => {
    const answer = await answerQuestion(readQuestion(library, question), {
      limit: 1,
      vectors: await meaningOf(library),
    });
    expect(answer.outcome).toBe('answered');
    const passage = buildAnswerPassage(readQuestion(library, question), answer);
    expect(toPassageText(passage?.lines ?? []).text).toContain(shown);
  });
});
