import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import { asksWhatIsNot, denies, isFactDenied } from '../../../src/answering/question/polarity.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';
import { meaningOf } from '../../opened-encoders.ts';

const base = FactBase.build([
  markdownArticle(
    'mods.md',
    `# Mods

## Allowed mods

The following mods are allowed on our server:

- OptiFine
- Litematica (without printer mode)

## Forbidden mods

If you are caught with one of these you will be banned:

- Baritone
- Seedcracker
`,
  ),
]);

function isDeniedIn(text: string): boolean {
  const candidate = base.findFact(base.facts.find((fact) => fact.text === text)?.id ?? '');
  if (candidate === null) throw new Error(`no fact “${text}”`);
  return isFactDenied(candidate);
}

describe('what is denied', () => {
  test.each([
    ['That is not so.', true],
    ['You can’t.', true],
    ['Baritone is forbidden.', true],
    ['Nothing else matters.', true],
    ['A knot is a note.', false],
  ])('“%s”: %s', (text, expected) => expect(denies(text)).toBe(expected));

  test('is an item below a lead or a heading that forbids, whatever it says itself', () => {
    expect(isDeniedIn('Baritone')).toBe(true);
    expect(isDeniedIn('Litematica (without printer mode)')).toBe(false);
    expect(isDeniedIn('OptiFine')).toBe(false);
  });

  test.each([
    ['which mods are not allowed', true],
    ['mods that arent allowed', true],
    ['which mods are allowed', false],
    ['is baritone not allowed', false],
  ])('is asked by “%s”: %s', (text, expected) => {
    expect(asksWhatIsNot(readQuestion(base, text))).toBe(expected);
  });

  test('is never answered with what is allowed', async () => {
    for (const question of ['which mods are not allowed', 'what mods arent allowed']) {
      const { matches, outcome } = await answerQuestion(readQuestion(base, question), {
        limit: 1,
        vectors: await meaningOf(base),
      });
      expect({ question, heading: matches[0]?.fact.headings.at(-1) }).toEqual({
        question,
        heading: 'Forbidden mods',
      });
      expect(outcome).not.toBe('unknown');
    }
  });
});
