import { expect, test } from 'vitest';
import { findSuggestedQuestion, suggestQuestions } from '../../../src/requests/asking/suggest-questions.ts';
import { hashQuestion } from '../../../src/serving/asking/question-hash.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { serviceOver } from '../../serving/serving-scene.ts';

const QUESTION = 'Who built the tower?';

test('anyone sees the questions of the articles, and finds a suggested one by its hash', async () => {
  const knowledge = await serviceOver({ 'a.md': markdown('A', `## ${QUESTION}\n\nA mason built it.`) });
  const deps = { knowledge };
  expect(await suggestQuestions(deps, null, { typed: 'Who built', limit: 5 })).toEqual([QUESTION]);
  expect(await findSuggestedQuestion(deps, null, hashQuestion(QUESTION))).toBe(QUESTION);
  expect(await findSuggestedQuestion(deps, null, hashQuestion('Who else?'))).toBeNull();
});
