import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildAnswerCard,
  buildAnswerText,
  describeInvitation,
} from '../../../src/discord/cards/answer-card.ts';
import { COLOURS } from '../../../src/discord/cards/card.ts';
import { buildButton } from '../../../src/discord/kit/components/buttons.ts';
import type { AskReply } from '../../../src/serving/asking/ask.ts';
import { toPrintable } from '../../../src/text/layout/printable.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';
import { readDiscordMarkdown } from '../discord-markdown.ts';
import { hostilePassage } from '../hostile-passage.ts';
import {
  hostile,
  madeUpFound,
  madeUpMatch,
  madeUpPassage,
  madeUpReply,
  READ_AT,
  REASONS,
} from '../made-up.ts';

const HOSTILE_SENTENCE =
  '@everyone **bold** ||spoiler|| `code` ```block``` <@123456789012345678> <t:1> [here](https://evil.example) :smile: # end.';

const hostileUrl = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 5000 }).map((chars) => `https://a.example/${'b'.repeat(chars)}`),
);

/** A passage that is near, whatever its article and headings are called. */
const hostileMatch = fc
  .record({
    title: fc.oneof(hostile(300), fc.constant('\u202e')),
    headings: fc.array(hostile(1000), { maxLength: 6 }),
  })
  .map(({ title, headings }) => madeUpMatch({ title }, { headings }));

/** Everything as hostile and as long as articles, askers and file systems allow, and longer. */
const hostileReply: fc.Arbitrary<AskReply> = fc
  .record({
    text: hostile(1000),
    title: fc.oneof(hostile(300), fc.constant('\u202e')),
    url: hostileUrl,
    publisher: fc.option(hostile(5000)),
    published: fc.option(fc.constant('2008-09-05')),
    path: hostile(400).map((path) => `${path.replace(/\s/g, '')}.md`),
    headings: fc.array(hostile(1000), { maxLength: 6 }),
    question: fc.oneof(hostile(4000), fc.constantFrom('', ' ', '\u202e', '\u0000')),
    readAs: fc.option(hostile(6000)),
    nearest: fc.array(hostileMatch, { maxLength: 3 }),
    outcome: fc.constantFrom('answered', 'unsure', 'unknown'),
    reason: fc.constantFrom(...REASONS),
    isShort: fc.boolean(),
    hasMatch: fc.boolean(),
    hostileOne: fc.option(hostilePassage),
  })
  .map(
    ({ text, title, url, publisher, published, path, headings, isShort, hasMatch, hostileOne, ...reply }) => {
      const article = { title, url, publisher, published, path, language: 'zh-Hant-TW' };
      const match = madeUpMatch(article, { text, path, headings });
      const shortAnswer = isShort ? { start: Math.floor(text.length / 3), end: text.length } : null;
      const isKnown = hasMatch && reply.outcome !== 'unknown';
      return {
        ...reply,
        confidence: 0.5,
        guess: null,
        rivals: [],
        shortAnswer,
        matches: hasMatch ? [match] : [],
        passage: isKnown ? { ...madeUpPassage(match, { answer: shortAnswer }), ...hostileOne } : null,
        found: hasMatch ? [madeUpFound(match)] : [],
        refreshedAt: READ_AT,
        understoodAs: null,
        conversation: null,
      };
    },
  );

describe('an answered question', () => {
  test('shows the passage with the bold short answer first, then one line with linked source and date', () => {
    const article = { url: 'https://example.org/tower', published: '2008-09-05', captured: '2018-12-17' };
    const reply = madeUpReply({ article, fact: { headings: ['The town', 'History'] } });
    expect(buildAnswerCard(reply, english)).toEqual({
      type: ComponentType.Container,
      accent_color: COLOURS.answered,
      components: [
        { type: ComponentType.TextDisplay, content: 'The tower was built in **1900**.' },
        {
          type: ComponentType.TextDisplay,
          content:
            '-# [The tower › History](<https://example.org/tower#:~:text=The%20tower%20was%20built%20in%201900.>) · 5 Sept 2008',
        },
      ],
    });
  });

  test('has no link and no date where the article tells none', () => {
    expect(textsOfCard(buildAnswerCard(madeUpReply(), english)).at(-1)).toBe('-# The tower');
  });

  test('highlights nothing where no short answer can be told', () => {
    expect(textsOfCard(buildAnswerCard(madeUpReply({ shortAnswer: null }), english))[0]).toBe(
      'The tower was built in 1900.',
    );
  });

  test('says what was asked where nothing else does and the bot is not sure', () => {
    const question = 'When was the *tower* built?';
    const [first] = textsOfCard(
      buildAnswerCard(madeUpReply({ question, outcome: 'unsure' }), english, { hasQuestion: true }),
    );
    expect(first?.split('\n')[0]).toBe('-# When was the \\*tower\\* built?');
  });

  test('begins with the passage where the bot is sure', () => {
    const [first] = textsOfCard(buildAnswerCard(madeUpReply(), english, { hasQuestion: true }));
    expect(first).toMatch(/^The tower was built/);
  });

  test('tells how a mistyped question was read', () => {
    const readAs = 'when was the *tower* built?';
    expect(textsOfCard(buildAnswerCard(madeUpReply({ readAs }), english))).toEqual([
      '-# Showing results for: when was the \\*tower\\* built?',
      'The tower was built in **1900**.',
      '-# The tower',
    ]);
  });

  test('shows the picture of the passage, how much is left, and that its source is old', () => {
    const picture = { address: 'https://example.org/tower.png', alternative: 'The *tower*' };
    const passage = { ...madeUpPassage(madeUpMatch({}, {})), picture, left: 2 };
    const card = buildAnswerCard(madeUpReply({ passage }), english, {
      moreButton: 'More…',
      outdatedFrom: '2018-12-17',
    });
    expect(card.components[1]).toEqual({
      type: ComponentType.MediaGallery,
      items: [{ media: { url: picture.address }, description: 'The *tower*' }],
    });
    expect(textsOfCard(card)).toEqual([
      'The tower was built in 1900.\n-# … 2 more lines under *More…*',
      '-# The tower · ⏳ 17 Dec 2018, may be outdated',
    ]);
  });

  test('links a picture that Discord does not show', () => {
    const picture = { address: 'http://example.org/tower.png', alternative: 'The tower' };
    const passage = { ...madeUpPassage(madeUpMatch({}, {})), picture };
    const card = buildAnswerCard(madeUpReply({ passage }), english);
    expect(card.components.map(({ type }) => type)).not.toContain(ComponentType.MediaGallery);
    expect(textsOfCard(card).join()).toContain('-# [The tower](<http://example.org/tower.png>)');
  });

  test('bolds nothing but the short answer, and shows the sentence letter by letter', () => {
    const sentence = hostile(600).filter((text) => text.length > 6);
    fc.assert(
      fc.property(sentence, fc.nat(100), fc.integer({ min: 1, max: 100 }), (text, from, chars) => {
        const start = Math.min(from, text.length - 2);
        const shortAnswer = { start, end: Math.min(start + chars, text.length) };
        const said = text.slice(shortAnswer.start, shortAnswer.end);
        fc.pre(!/\p{Cs}/u.test(said));
        const [passage = ''] = textsOfCard(
          buildAnswerCard(madeUpReply({ fact: { text }, shortAnswer }), english),
        );
        const { formatting, shown } = readDiscordMarkdown(passage);
        expect(formatting.every((rule) => rule === 'bold')).toBe(true);
        const lines = text.split('\n').map((line) => toPrintable(line).trim());
        const wanted = lines.filter((line) => line !== '').join('\n');
        const marks = /\*\*|[\s]/g;
        expect(shown.replace(marks, '')).toBe(wanted.replace(marks, ''));
      }),
      { numRuns: 500 },
    );
  });

  test('takes all effect from a hostile article, and lets a plain address be followed', () => {
    const text = `${HOSTILE_SENTENCE} See (https://plain.example/a_b).`;
    const article = { title: '**@everyone** `title`', path: '||a||.md', publisher: '@here **x**' };
    const fact = { text, path: article.path, headings: ['# <@1>'] };
    const reply = madeUpReply({ article, fact, shortAnswer: null, question: '||@everyone||' });
    const unsure = { ...reply, outcome: 'unsure' } as const;
    const { formatting, links, shown } = readTexts(buildAnswerCard(unsure, english, { hasQuestion: true }));
    expect(formatting).toEqual(['subtext', 'subtext']);
    expect(links).toEqual(['https://evil.example', 'https://plain.example/a_b']);
    expect(shown).toContain(text);
    expect(shown).toContain('**@everyone** `title` › # <@1>');
  });

  test('names the path where the title has no sign that shows', () => {
    const card = buildAnswerCard(madeUpReply({ article: { title: '\u202e\u202c' } }), english);
    expect(textsOfCard(card).at(-1)).toBe('-# tower.md');
  });

  test('leaves out an address that is longer than Discord takes', () => {
    const url = `https://a.example/${'b'.repeat(3000)}`;
    expect(textsOfCard(buildAnswerCard(madeUpReply({ article: { url } }), english)).at(-1)).toBe(
      '-# The tower',
    );
  });

  test('shows a sentence of the greatest length whole, even when every sign is escaped', () => {
    const text = '_'.repeat(1000);
    for (const shortAnswer of [null, { start: 0, end: 1 }]) {
      const [passage = ''] = textsOfCard(
        buildAnswerCard(madeUpReply({ fact: { text }, shortAnswer }), english),
      );
      expect(readDiscordMarkdown(passage).shown.replaceAll('**', '')).toBe(text);
    }
  });
});

const buildChoice = (factId: string) =>
  buildButton({ component: 'choose', argument: factId }, { label: 'This one' });

describe('two answers that are about as good', () => {
  const first = madeUpMatch({}, { id: 'first', text: 'The tower was built in 1900.' });
  const second = madeUpMatch({ title: 'The old tower' }, { id: 'second', text: 'It was built in 1700.' });
  const reply = madeUpReply({
    matches: [first, second],
    found: [madeUpFound(first), madeUpFound(second)],
    rivals: [second],
  });

  test.each(['answered', 'unsure'] as const)(
    'are both shown, each with its source and button: %s',
    (outcome) => {
      const card = buildAnswerCard({ ...reply, outcome }, english, { buildChoice });
      expect(textsOfCard(card)).toEqual([
        'More than one passage could answer this. Which one did you mean?',
        'The tower was built in 1900.\n-# The tower',
        'It was built in 1700.\n-# The old tower',
      ]);
      expect(JSON.stringify(card)).toMatch(/f1:choose:first.*f1:choose:second/);
      expectDiscordTakesCard(card);
    },
  );

  test('are one where nobody can choose', () => {
    expect(textsOfCard(buildAnswerCard(reply, english))).toHaveLength(2);
  });
});

describe('an unsure answer', () => {
  const unsure = madeUpReply({ outcome: 'unsure', confidence: 0.3, readAs: 'What is the tower?' });

  test('is worded as the closest passage, in another colour, and highlights nothing', () => {
    const card = buildAnswerCard(unsure, english);
    expect(textsOfCard(card).slice(0, 2)).toEqual([
      '-# Showing results for: What is the tower?\n🔸 I’m not sure. This is the closest passage I found:',
      'The tower was built in 1900.',
    ]);
    expect(card.accent_color).toBe(COLOURS.unsure);
    expect(JSON.stringify(card)).not.toContain('**');
  });
});

describe('an unknown answer', () => {
  const secret = {
    title: 'SecretTitle',
    path: 'secret.md',
    url: 'https://secret.example',
    publisher: 'Secret',
  };
  const unknown = madeUpReply({
    outcome: 'unknown',
    reason: { kind: 'not-mentioned', words: ['bitcoin'] },
    article: secret,
    fact: { text: 'A secret sentence.', path: 'secret.md', headings: ['Secret heading'] },
  });

  test('shows no source at all, but why and what to try', () => {
    const card = buildAnswerCard(unknown, english);
    expect(JSON.stringify(card)).not.toMatch(/secret/i);
    expect(card.accent_color).toBe(COLOURS.unknown);
    expect(textsOfCard(card)).toEqual([
      '**I don’t know**\nNo article mentions “bitcoin”.\nTry other words, or browse `/sources`.',
    ]);
  });

  test('points at the buttons of what is near, in place of what to try', () => {
    const card = buildAnswerCard({ ...unknown, nearest: [madeUpMatch({}, { text: 'Secret.' })] }, english);
    expect(textsOfCard(card)).toEqual([
      '**I don’t know**\nNo article mentions “bitcoin”.\nThese passages may be related:',
    ]);
  });

  test('is what an answer without a match becomes', () => {
    expect(
      textsOfCard(buildAnswerCard({ ...unknown, outcome: 'answered', matches: [] }, english))[0],
    ).toMatch(/^\*\*I don’t know/);
  });

  test('greets back to a greeting, and invites to ask where nothing was asked', () => {
    expect(describeInvitation({ reason: { kind: 'small-talk' } }, english)).toMatch(/^Hello! Ask me/);
    expect(describeInvitation({ reason: { kind: 'no-question' } }, english)).toMatch(/^That doesn’t look/);
    expect(describeInvitation(unknown, english)).toBeNull();
  });
});

describe('an answer as plain text', () => {
  test('has the opening, the quoted passage and the source', () => {
    expect(buildAnswerText(madeUpReply(), english, { opening: '<@1>, this may help:' })).toBe(
      '<@1>, this may help:\n> The tower was built in **1900**.\n-# The tower',
    );
  });

  test('has room in a message, however long and hostile its parts are', () => {
    fc.assert(
      fc.property(hostileReply, (reply) => {
        const text = buildAnswerText(reply, english, { opening: '<@123456789012345678>, this may help:' });
        expect(text.length).toBeLessThanOrEqual(2000);
        expect(text.trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

test('Discord takes the card of every reply, however long and hostile its parts are', () => {
  fc.assert(
    fc.property(hostileReply, (reply) => {
      const card = buildAnswerCard(reply, english, {
        hasQuestion: true,
        moreButton: 'More…',
        outdatedFrom: '2018-12-17',
      });
      expectDiscordTakesCard(card);
      const allowed = ['bold', 'list', 'code', 'code block', 'masked link', 'subtext', 'italics'];
      expect(readTexts(card).formatting.filter((rule) => !allowed.includes(rule))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('Discord takes the card whose every part is as long as it can be', () => {
  const stars = '*'.repeat(6000);
  const reply = madeUpReply({
    question: stars,
    readAs: stars,
    nearest: Array.from({ length: 3 }, () => madeUpMatch({ title: stars }, { headings: [stars] })),
    reason: { kind: 'partly-said', words: [stars, stars, stars, stars] },
    article: { title: '*'.repeat(300), publisher: stars, published: '2008-09-05', captured: '2018-12-17' },
    fact: { text: stars, path: stars, headings: [stars] },
    shortAnswer: { start: 0, end: 1 },
  });
  for (const outcome of ['answered', 'unsure', 'unknown'] as const)
    expectDiscordTakesCard(buildAnswerCard({ ...reply, outcome }, english, { hasQuestion: true }));
  expect(textsOfCard(buildAnswerCard(reply, english)).join('').length).toBeGreaterThan(2500);
});
