import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { findSuggestedQuestion, suggestQuestions } from '../../../src/requests/asking/suggest-questions.ts';
import { hashQuestion } from '../../../src/serving/asking/question-hash.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { serviceOver } from '../../serving/serving-scene.ts';

const here = { guildId: null, readers: NO_ACCESS };
const QUESTION = 'Who built the tower?';

test('anyone sees the questions of the articles, and finds a suggested one by its hash', async () => {
  const knowledge = await serviceOver({ 'a.md': markdown('A', `## ${QUESTION}\n\nA mason built it.`) });
  const deps = { knowledge };
  expect(await suggestQuestions(deps, here, { typed: 'Who built', limit: 5 })).toEqual([QUESTION]);
  expect(await findSuggestedQuestion(deps, here, hashQuestion(QUESTION))).toBe(QUESTION);
  expect(await findSuggestedQuestion(deps, here, hashQuestion('Who else?'))).toBeNull();
});
