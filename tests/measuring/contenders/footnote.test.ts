import { describe, expect, test } from 'vitest';
import { createFootnote } from '../../../src/measuring/contenders/footnote.ts';
import { makeUpVectors } from '../../../src/measuring/made-up/made-up-vectors.ts';
import { plainArticle } from '../../articles.ts';
import { encoders } from '../../opened-encoders.ts';

const ARTICLES = [
  plainArticle('The tower', 'The tower was built in 1900. It has a garden.', 'Kim owns the lighthouse.'),
  plainArticle('The bridge', 'The bridge was opened in 1950.'),
];
const footnote = createFootnote({
  strictness: 'balanced',
  understand: (base) => makeUpVectors(encoders, base.facts.length),
});

async function openPrepared() {
  const open = footnote.open(ARTICLES);
  await open.prepare();
  return open;
}

describe('Footnote as a contender', () => {
  test('answers a question, and finds the same fact in each step of doing so', async () => {
    const { answer, steps } = await openPrepared();
    const question = 'Who owns the lighthose?';
    const fact = 'Kim owns the lighthouse.';
    expect(await answer(question)).toHaveProperty('facts.0.text', fact);
    expect(await steps.whole(question)()).toHaveProperty('matches.0.fact.text', fact);
    expect(steps.firstPass?.(question)()).toHaveProperty('0.fact.text', fact);
    expect(steps.find?.(question)()).toHaveProperty('0.fact.text', fact);
  });

  test('answers follow-ups of three kinds in turn', async () => {
    const { followUp } = (await openPrepared()).steps;
    const answers = [];
    for (let turn = 0; turn < 3; turn++) answers.push(await followUp?.('When was the bridge opened?')());
    expect(answers).toMatchObject([
      { reading: { understoodAs: 'When was the bridge opened?' } },
      { reading: { understoodAs: 'When was the bridge opened in bridge?' } },
      { reading: { understoodAs: 'How many bridge does the bridge have bridge opened 1950?' } },
    ]);
  });

  test('suggests made-up questions for half of a typed question', () => {
    const { suggest } = footnote.open([plainArticle('Towers', 'Towers and only towers stand here.')]).steps;
    expect(suggest?.('towers only towers')()).toMatchObject([{ text: expect.stringMatching(/towers.*\?$/) }]);
  });
});
