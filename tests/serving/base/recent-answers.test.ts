import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { RecentAnswers } from '../../../src/serving/base/recent-answers.ts';
import { baseOf } from '../../articles.ts';
import { refreshing, tower } from '../../requests/refreshing-scene.ts';

const base = baseOf('The tower was built in 1900.');

/** Answers, and how many of them had to be worked out. */
function counting() {
  const recent = new RecentAnswers();
  const worked: string[] = [];
  const to = (question: string, limit = 5) =>
    recent.getOrAnswer(question, limit, () => {
      worked.push(question);
      return answerQuestion(readQuestion(base, question), { limit });
    });
  return { to, worked };
}

test('a burst of one question is worked out once', async () => {
  const { to, worked } = counting();
  const answers = await Promise.all(Array.from({ length: 20 }, () => to('When was the tower built?')));
  expect(new Set(answers).size).toBe(1);
  expect(worked).toHaveLength(1);
});

test('another spelling or another number of matches is another question', async () => {
  const { to, worked } = counting();
  await to('who built it?');
  await to('WHO built it?');
  await to('who built it?', 3);
  expect(worked).toHaveLength(3);
});

test('the ones that were not asked for longest are forgotten, and endless ones are not kept', async () => {
  const { to, worked } = counting();
  await to('first?');
  for (let n = 0; n < 199; n++) await to(`other ${n}?`);
  await to('first?');
  expect(worked).toHaveLength(200);
  await to('one more?');
  await to('first?');
  expect(worked).toHaveLength(201);
  await to('other 0?');
  expect(worked).toHaveLength(202);
  const endless = 'when? '.repeat(100);
  await to(endless);
  await to(endless);
  expect(worked).toHaveLength(204);
});

test('a refresh is seen at once', async () => {
  const { refreshes, write, whenBuilt } = await refreshing();
  expect(await whenBuilt()).toContain('1900');
  await write('tower.md', tower(2000));
  await refreshes.refresh({ kind: 'files' });
  expect(await whenBuilt()).toContain('2000');
});

test('a failure is not remembered: the next one who asks gets an answer', async () => {
  const recent = new RecentAnswers();
  const question = 'When was the tower built?';
  const failed = recent.getOrAnswer(question, 5, () => Promise.reject(new Error('out of memory')));
  await expect(failed).rejects.toThrow('out of memory');
  const answer = await recent.getOrAnswer(question, 5, () =>
    answerQuestion(readQuestion(base, question), { limit: 5 }),
  );
  expect(answer.outcome).toBe('answered');
});
