import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPreviewReply } from '../../../src/discord/refresh/refresh.ts';
import type { ChangedAnswer } from '../../../src/requests/kit/changed-answers.ts';
import type { RefreshPreview } from '../../../src/requests/refreshing/preview-refresh.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { checkMessage } from '../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../local-discord/rules/body-views.ts';
import { messageFlag } from '../../local-discord/wire-values.ts';
import { readTexts, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

const NO_FACTS = { added: 0, removed: 0, changed: 0 };

function preview(
  changedAnswers: readonly ChangedAnswer[],
  titles: readonly string[] = ['New'],
): RefreshPreview {
  const added = titles.map((title, number) => ({ path: `${number}.md`, title }));
  const changes = { added, removed: [], changed: [], facts: NO_FACTS };
  return {
    id: 'id',
    report: { changes, problems: [], kept: [], limited: [], articleCount: 2, factCount: 30 },
    changedAnswers,
  };
}

const fact = (text: string, isUnsure = false) => ({ text, isUnsure });
const cardsOf = ({ components = [] }: ReturnType<typeof buildPreviewReply>) =>
  components.filter((component) => component.type === ComponentType.Container);
const answersOf = (changed: readonly ChangedAnswer[]): string =>
  cardsOf(buildPreviewReply(preview(changed), english))
    .slice(1)
    .flatMap(textsOfCard)
    .join('\n');

describe('a preview', () => {
  test('shows each answer before and after, and how sure it is', () => {
    const changed = [
      { question: 'When?', before: fact('In 1900.'), after: fact('In 2000.') },
      { question: 'Who?', before: null, after: fact('Nobody *knows*.', true) },
      { question: 'Where?', before: fact('Here.'), after: null },
    ];
    expect(answersOf(changed)).toBe(
      [
        '**Answers that would change**',
        '**When?**\n🔴 In 1900.\n🟢 In 2000.',
        '\n**Who?**\n🔴 *I don’t know*\n🟢 🔸 Nobody \\*knows\\*.',
        '\n**Where?**\n🔴 Here.\n🟢 *I don’t know*',
      ].join('\n'),
    );
  });

  test('shows the part of two long sentences in which they differ', () => {
    const start = 'The tower by the river, which many visit in summer and few in winter, '.repeat(5);
    const shown = answersOf([
      { question: 'When?', before: fact(`${start}opens at nine.`), after: fact(`${start}opens at ten.`) },
    ]);
    expect(shown).toMatch(/… .{20,60}opens at nine\.\n🟢 … .{20,60}opens at ten\.$/);
  });

  test('counts the answers beyond twelve', () => {
    const changed = Array.from({ length: 18 }, (_, n) => ({
      question: `${n}?`,
      before: null,
      after: fact('A.'),
    }));
    expect(answersOf(changed)).toMatch(/11\?\*\*\n.*\n.*\n… and 6 more answers$/);
  });

  test('says that no answer changes, and has nothing to press where nothing would change at all', () => {
    expect(answersOf([])).toBe('The latest questions would get the same answers.');
    const nothing = buildPreviewReply(preview([], []), english);
    expect(cardsOf(nothing).flatMap(textsOfCard).join()).toContain('A refresh would change nothing.');
    expect(nothing.components).toHaveLength(1);
  });
});

test('Discord takes every preview, and nothing an author or a member has written has an effect', () => {
  const shownFact = fc.option(fc.record({ text: hostile(400), isUnsure: fc.boolean() }));
  const answer = fc.record({ question: hostile(300), before: shownFact, after: shownFact });
  const many = { minLength: 0, maxLength: 30, size: 'max' } as const;
  fc.assert(
    fc.property(
      fc.array(answer, many),
      fc.array(hostile(300), { ...many, minLength: 1 }),
      (answers, titles) => {
        const reply = buildPreviewReply(preview(answers, titles), english);
        const { components = [] } = reply;
        const body = { flags: messageFlag.componentsV2, components, allowed_mentions: { parse: [] } };
        expect(checkMessage(readMessage(JSON.parse(JSON.stringify(body))))).toEqual([]);
        expect(cardsOf(reply).flatMap(textsOfCard).join('').length).toBeLessThanOrEqual(4000);
        for (const card of cardsOf(reply)) {
          const allowed = new Set(['bold', 'italics', 'heading']);
          expect(readTexts(card).formatting.filter((rule) => !allowed.has(rule))).toEqual([]);
        }
      },
    ),
    { numRuns: 100 },
  );
});
