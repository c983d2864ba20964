import { expect, test } from 'vitest';
import { explainAnswer } from '../../../src/requests/articles/explain-answer.ts';
import { here, moderatingScene } from '../moderating-scene.ts';
import { member } from '../requesters.ts';

const QUESTION = 'How many steps does the tower have?';

test('moderators read why an answer is as it is', async () => {
  const scene = await moderatingScene();
  const { reply, taughtAnswer } = await explainAnswer(scene, { ...here, question: QUESTION });
  expect(reply.matches[0]?.fact.text).toBe('The tower has 300 steps.');
  expect(taughtAnswer).toBeNull();
});

test('nobody else does', async () => {
  const scene = await moderatingScene();
  const asked = explainAnswer(scene, { ...here, requester: member, question: QUESTION });
  await expect(asked).rejects.toMatchObject({ code: 'not-a-moderator' });
});
