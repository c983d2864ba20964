import { expect, test } from 'vitest';
import { embedTaughtAnswers } from '../../src/answering/answer-taught-question.ts';
import { ask } from '../../src/serving/asking/ask.ts';
import { findQuestionsByVector } from '../../src/serving/asking/suggest-questions.ts';
import type { AnsweringContext } from '../../src/serving/base/answering-context.ts';
import { serialiseTaughtAnswer } from '../../src/serving/base/taught-answer.ts';
import { resolveTaughtAnswers, TaughtAnswers } from '../../src/serving/base/taught-answers.ts';
import { isEnglishWord } from '../../src/text/words/english-words.ts';
import { toPhrasingKey } from '../../src/text/words/questions.ts';
import { goneEncoders } from '../encoders/gone-encoders.ts';
import { encoders, meaningOf } from '../opened-encoders.ts';
import { factIdIn, servedFrom } from './serving-scene.ts';

const FILES = {
  'tower.md': `---
title: The tower
---

The tower was built in 1900. It has 300 steps. Pets wait outside with the guard.

## Is there a lift?

There is a lift for wheelchairs at the north side.

## How much does it cost to go up?

Adults pay 8 euros, children nothing.
`,
};
const DOGS = 'Pets wait outside with the guard.';
const PETS = 'May I bring my poodle along to the top?';

async function served(taught: Readonly<Record<string, string>> = {}): Promise<AnsweringContext> {
  const bare = servedFrom(FILES);
  const values = Object.entries(taught).map(([phrasing, text]) => ({
    kind: 'taught',
    name: toPhrasingKey(phrasing),
    value: serialiseTaughtAnswer({ phrasing, factId: factIdIn(FILES, text) }),
    changedBy: 'theo',
    changedAt: 0,
  }));
  const there = new TaughtAnswers(values, isEnglishWord);
  there.setVectors(await embedTaughtAnswers(resolveTaughtAnswers(bare.base, there.all), encoders));
  return { ...bare, vectors: await meaningOf(bare.base), taught: there };
}

async function told(there: AnsweringContext, question: string) {
  const { outcome, reason, matches, readAs } = await ask(there, { question });
  return { outcome, reason: reason.kind, text: matches[0]?.fact.text, readAs };
}

test('what was taught answers in other words too, and the reply tells as what it was read', async () => {
  const there = await served({ [PETS]: DOGS });
  const taught = { outcome: 'answered', reason: 'taught', text: DOGS, readAs: PETS };
  expect(await told(there, 'is my dog welcome at the top')).toEqual(taught);
});

test('what was taught in other words replaces an answer of the articles that is much less sure, and no other', async () => {
  const taught = 'How many steps are in the garden?';
  const question = 'how many steps does the garden have';
  const fromArticles = { outcome: 'answered', text: 'It has 300 steps.', readAs: null };
  expect(await told(await served(), question)).toMatchObject(fromArticles);
  const builtIn = 'The tower was built in 1900.';
  expect(await told(await served({ [taught]: builtIn }), question)).toMatchObject({
    text: builtIn,
    readAs: taught,
  });
  const lift = 'There is a lift for wheelchairs at the north side.';
  expect(await told(await served({ [taught]: lift }), question)).toMatchObject(fromArticles);
});

test('a taught answer that words alone gave is given anew once the facts have vectors', async () => {
  const taught = { [PETS]: DOGS };
  const there = await served(taught);
  const matchesOf = async (context: AnsweringContext) =>
    (await ask(context, { question: PETS })).matches.map(({ fact }) => fact.text);
  const early = await matchesOf({ ...there, vectors: null, isLearning: true });
  const late = await matchesOf(there);
  expect(late).not.toEqual(early);
  expect(late).toEqual(await matchesOf(await served(taught)));
});

test('what asks for something else is not answered as taught', async () => {
  const there = await served({ [PETS]: DOGS, 'How do I ban a member?': DOGS });
  for (const question of ['When was the tower built?', 'Where can I park my car?', 'who was the architect'])
    expect((await told(there, question)).reason).not.toBe('taught');
});

test('where the encoders have ended nothing is taken for what was taught in other words', async () => {
  const there = await served({ [PETS]: DOGS });
  const vectors = there.taught?.vectors;
  if (vectors) there.taught?.setVectors({ ...vectors, encoders: goneEncoders });
  expect((await told({ ...there, vectors: null }, 'is my dog welcome at the top')).reason).not.toBe('taught');
});

test('questions of the articles are offered for what they mean', async () => {
  const there = await served();
  expect((await findQuestionsByVector(there, 'what is the price for grown-ups', 5))[0]).toBe(
    'How much does it cost to go up?',
  );
  expect((await findQuestionsByVector(there, 'elevator for my wheelchair', 5))[0]).toBe('Is there a lift?');
  expect(await findQuestionsByVector(there, 'elevator for my wheelchair', 1)).toHaveLength(1);
});

test.each([
  ['of which too little is typed', 'price', {}],
  ['without a word that tells anything', 'how much is it', {}],
  ['as long as words alone answer', 'what is the price for grown-ups', { vectors: null }],
])('none is offered %s', async (_, typed, differing: Partial<AnsweringContext>) => {
  expect(await findQuestionsByVector({ ...(await served()), ...differing }, typed, 5)).toEqual([]);
});

test('none is offered where the encoders have ended', async () => {
  const there = await served();
  const vectors = there.vectors && { ...there.vectors, encoders: goneEncoders };
  expect(await findQuestionsByVector({ ...there, vectors }, 'what is the price for grown-ups', 5)).toEqual(
    [],
  );
});
