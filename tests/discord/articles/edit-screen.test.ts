import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPreviewScreen, buildRefusedScreen } from '../../../src/discord/articles/edit-screen.ts';
import { createRefusal } from '../../../src/requests/kit/user-facing-error.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { checkMessage } from '../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../local-discord/rules/body-views.ts';
import { messageFlag } from '../../local-discord/wire-values.ts';
import { readTexts, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

type Screen = ReturnType<typeof buildPreviewScreen>;

const cardsOf = (screen: Screen) => screen.filter((part) => part.type === ComponentType.Container);

/** What Discord would refuse in a screen, and the formatting that is not ours. */
function listBreaches(screen: Screen): readonly unknown[] {
  const body = { flags: messageFlag.componentsV2, components: screen, allowed_mentions: { parse: [] } };
  const cards = cardsOf(screen);
  const chars = cards.flatMap(textsOfCard).join('').length;
  const allowed = new Set(['bold', 'italics', 'heading', 'list', 'subtext']);
  return [
    ...checkMessage(readMessage(JSON.parse(JSON.stringify(body)))),
    ...(chars <= 4000 ? [] : [`${chars} characters`]),
    ...cards.flatMap((card) => readTexts(card).formatting).filter((rule) => !allowed.has(rule)),
  ];
}

test('Discord takes every preview of an edit, and nothing that was written has an effect', () => {
  const passage = fc.option(fc.record({ text: hostile(400), isUnsure: fc.boolean() }));
  const answers = fc.array(fc.record({ question: hostile(300), before: passage, after: passage }), {
    maxLength: 20,
    size: 'max',
  });
  const problem = fc.record({
    kind: fc.constant('warning' as const),
    path: hostile(300),
    line: fc.option(fc.nat(999)),
    cause: fc.record({ code: fc.constant('key-twice' as const), key: hostile(600) }),
  });
  const preview = fc.record({ changedAnswers: answers, newlyAnswered: answers, isComplete: fc.boolean() });
  const warnings = fc.array(problem, { maxLength: 12, size: 'max' });
  fc.assert(
    fc.property(hostile(300), warnings, preview, (title, found, effects) => {
      const edit = {
        kind: 'ready',
        draftId: 'abc',
        title,
        path: 'server/a.md',
        text: '',
        warnings: found,
      } as const;
      expect(listBreaches(buildPreviewScreen(edit, effects, english))).toEqual([]);
      const error = createRefusal({ kind: 'article-unreadable', problems: found });
      expect(listBreaches(buildRefusedScreen({ kind: 'refused', draftId: 'abc', error }, english))).toEqual(
        [],
      );
    }),
    { numRuns: 60 },
  );
});
