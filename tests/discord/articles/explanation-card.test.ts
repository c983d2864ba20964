import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDetailsCard, buildExplanationCard } from '../../../src/discord/articles/explanation-card.ts';
import { CommandLinks } from '../../../src/discord/kit/command-links.ts';
import type { ExplainedReply } from '../../../src/serving/asking/explain.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, textsOfCard } from '../card-checks.ts';
import { hostile, madeUpMatch, madeUpReply } from '../made-up.ts';

const LEVELS = { score: 9, own: 4, before: 1, after: 1, paragraph: 2, title: 1 };

function explain(text: string, count: number): ExplainedReply {
  const matches = Array.from({ length: count }, (_, number) => ({
    ...madeUpMatch({ title: text }, { id: `abcdefghijk${number}`, text, headings: [text, text] }),
    index: LEVELS,
    reading: null,
    unsaid: [text, text],
    words: { lead: text, text },
  }));
  const word = { typed: text, folded: text, kind: 'missing', weight: 3 } as const;
  return {
    reply: madeUpReply({ question: text, outcome: 'unsure' }),
    explanation: {
      asksFor: 'date',
      readAs: text,
      words: Array.from({ length: 40 }, () => word),
      matches,
      thresholds: { answered: 0.5, unsure: 0.3 },
    },
    taughtAnswer: { phrasing: text, id: 'x', isInArticles: false },
  };
}

test.each(Object.entries(LANGUAGES))(
  'Discord takes both cards in “%s”, however long and hostile',
  (_, texts) => {
    const commandLinks = new CommandLinks();
    fc.assert(
      fc.property(hostile(3000), fc.integer({ min: 0, max: 5 }), fc.boolean(), (text, count, isTeachable) => {
        const explained = explain(text, count);
        expectDiscordTakesCard(buildExplanationCard(explained, { texts, commandLinks, isTeachable }));
        expectDiscordTakesCard(buildDetailsCard(explained, texts));
      }),
      { numRuns: 40 },
    );
    expect(buildDetailsCard(explain('x', 1), texts).components).toHaveLength(3);
  },
);

test('a passage that not everybody may read says who may', () => {
  const explained = explain('x', 1);
  const options = { texts: english, commandLinks: new CommandLinks(), isTeachable: false };
  const reply = madeUpReply({ article: { channels: ['help'], roles: ['Staff'] } });
  const limited = { ...explained, reply };
  expect(textsOfCard(buildExplanationCard(limited, options)).join('\n')).toContain(
    '**What I show**\n🔒 only in #help, only for \\@Staff\n',
  );
  expect(textsOfCard(buildExplanationCard(explained, options)).join('\n')).not.toContain('🔒');
});
