import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { buildAnswerPassage } from '../../src/answering/passage/build-passage.ts';
import { toPassageText } from '../../src/answering/passage/passage.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { markdownArticle } from '../articles.ts';

const base = FactBase.build([
  markdownArticle(
    'mods.md',
    `# Mods

## Allowed mods

The following mods are allowed on our server:

- OptiFine
- Litematica

## Forbidden mods

If you are caught with one of these you will be banned:

- Baritone
- Seedcracker
`,
  ),
]);

describe('a question whether something is allowed', () => {
  test.each([
    ['is baritone allowed', 'you will be banned:\n- Baritone'],
    ['is baritone banned', 'you will be banned:\n- Baritone'],
    ['is seedcracker ok', 'Seedcracker'],
    ['is optifine allowed', 'are allowed on our server:\n- OptiFine'],
    ['is optifine banned', 'are allowed on our server:\n- OptiFine'],
  ])('is answered with the item and its introduction: %s', async (text, shown) => {
    const answer = await answerQuestion(readQuestion(base, text), { limit: 1 });
    const passage = buildAnswerPassage(readQuestion(base, text), answer);
    expect(answer.outcome).toBe('answered');
    expect(toPassageText(passage?.lines ?? []).text).toContain(shown);
  });

  test('is not answered if no article says so', async () => {
    const { outcome } = await answerQuestion(readQuestion(base, 'is freecam allowed'), { limit: 1 });
    expect(outcome).not.toBe('answered');
  });
});
