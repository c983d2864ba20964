import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { markdownArticle } from '../articles.ts';
import { meaningOf } from '../opened-encoders.ts';

const base = FactBase.build([
  markdownArticle(
    'faq.md',
    `---
title: Server FAQ
aliases:
  DSC: decentralised server council
---

## How do I reset my password?

Open Settings and choose “Forgot”. A mail arrives within a minute.

## Can I bring my dog?

Only to the Friday meetups.

**Q: Who are the moderators?**

A: Kim and Lou.

**Q: Which game is played on Mondays?** Chess is.

## Meetings

The decentralised server council meets on Fridays. The library opens at nine.
`,
  ),
]);

describe('an article of questions and answers', () => {
  test.each([
    ['How do I reset my password?', 'Open Settings and choose “Forgot”.'],
    ['can i bring a dog', 'Only to the Friday meetups.'],
    ['Who are the moderators?', 'Kim and Lou.'],
    ['which game is played on mondays', 'Chess is.'],
    ['When does the DSC meet?', 'The decentralised server council meets on Fridays.'],
    ['When does the library open?', 'The library opens at nine.'],
  ])('answers %j with what stands below the question, not with the question', async (question, quote) => {
    const answer = await answerQuestion(readQuestion(base, question), {
      limit: 1,
      vectors: await meaningOf(base),
    });
    expect(answer.matches[0]?.fact.text).toBe(quote);
    expect(answer.outcome).toBe('answered');
  });
});
