import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildChangesCard } from '../../../src/discord/history/undo.ts';
import type { ChangeStep, ListedChange } from '../../../src/requests/articles/changes.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, foreignFormatting, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

const MEMBER = '123456789012345678';

function changeOf(title: string, differing: Partial<ListedChange> = {}): ListedChange {
  const who = { changedBy: MEMBER, changedAt: 0 };
  return {
    number: 1,
    kind: 'article',
    name: 'a',
    title,
    isTitleForAll: true,
    before: null,
    after: null,
    isSet: true,
    ...who,
    ...differing,
  };
}

const stepOf = (change: ListedChange, isLatest = true): ChangeStep => ({
  changes: [change],
  isLatest,
  isAllowed: true,
});

test('each step has a line for each change, and a button where it can be undone', () => {
  const steps = [
    stepOf(changeOf('The *café*')),
    stepOf(changeOf('When?', { kind: 'taught', isSet: false }), false),
    {
      changes: [
        changeOf('', { kind: 'setting', name: 'secondsBetween', before: '4', after: '20' }),
        changeOf('', { kind: 'setting', name: 'questionsInARow', before: null, after: '3' }),
      ],
      isLatest: true,
      isAllowed: true,
    } as const,
  ];
  const card = buildChangesCard(steps, 0, english);
  expect(textsOfCard(card)).toEqual([
    '### The latest changes in this server',
    'added: The \\*café\\*\n-# <@123456789012345678> · <t:0:R>',
    'forgotten: When?\n-# <@123456789012345678> · <t:0:R>',
    'seconds between questions: 4 → 20\nquestions in a row: 5 → 3\n-# <@123456789012345678> · <t:0:R>',
  ]);
  expect(JSON.stringify(card).match(/Undo/g)).toHaveLength(2);
  const others = steps.map((step) => ({ ...step, isAllowed: false }));
  const told = JSON.stringify(buildChangesCard(others, 0, english));
  expect(told).not.toContain('Undo');
  expect(told).toContain('To undo anything else, you need the permission “Manage Server”');
});

test('Discord takes every page, and nothing that was written has an effect', () => {
  const kind = fc.constantFrom('article', 'taught', 'synonym', 'setting');
  const step = fc
    .tuple(kind, hostile(500), fc.boolean())
    .map(([of, title, isSet]) => stepOf(changeOf(title, { kind: of, name: title, isSet })));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20, size: 'max' }), fc.nat(3), (steps, page) => {
      // Each change has a number of its own.
      const numbered = steps.map(({ changes: [change], isLatest }, number) =>
        stepOf({ ...change, number }, isLatest),
      );
      const card = buildChangesCard(numbered, page, english);
      expectDiscordTakesCard(card);
      expect(foreignFormatting(card, ['subtext', 'heading'], MEMBER)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
