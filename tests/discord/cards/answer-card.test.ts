import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAnswerCard } from '../../../src/discord/cards/answer-card.ts';
import { COLOURS } from '../../../src/discord/cards/colours.ts';
import type { AskReply } from '../../../src/serving/asking/ask.ts';
import { toPrintable } from '../../../src/text/layout/printable.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakes, readCard } from '../card-checks.ts';
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
  test('shows question, linked title, the quote with the bold short answer, place, confidence and dates', () => {
    const article = {
      url: 'https://example.org/tower',
      publisher: 'The town',
      published: '2008-09-05',
      captured: '2018-12-17',
    };
    const reply = madeUpReply({ article, fact: { headings: ['History'], paragraph: 4, sentence: 2 } });
    expect(buildAnswerCard(reply, english)).toEqual({
      author: { name: 'When was the tower built?' },
      color: COLOURS.answered,
      title: 'The tower',
      url: 'https://example.org/tower',
      description: '> The tower was built in **1900**.',
      fields: [
        { name: 'Where', value: 'tower.md › History › paragraph 4, sentence 2' },
        { name: 'Confidence', value: 'high: the passage fits the question' },
      ],
      footer: {
        text: 'The town · published 5 September 2008, captured 17 December 2018 · articles read',
      },
      timestamp: '2024-05-01T10:00:00.000Z',
    });
  });

  test('has no link and names no publisher or date where the article tells none', () => {
    const card = buildAnswerCard(madeUpReply(), english);
    expect(card).not.toHaveProperty('url');
    expect(card.footer?.text).toBe('articles read');
  });

  test('quotes without bold where no short answer can be told', () => {
    expect(buildAnswerCard(madeUpReply({ shortAnswer: null }), english).description).toBe(
      '> The tower was built in 1900.',
    );
  });

  test('tells how a mistyped question was read', () => {
    const readAs = 'when was the *tower* built?';
    expect(buildAnswerCard(madeUpReply({ readAs }), english).description).toBe(
      'Showing results for: when was the \\*tower\\* built?\n\n> The tower was built in **1900**.',
    );
  });

  test('tells below the passage what its picture shows, how much is left, and that its source is old', () => {
    const picture = { address: 'https://example.org/tower.png', alternative: 'The *tower*' };
    const passage = { ...madeUpPassage(madeUpMatch({}, {})), picture, left: 2 };
    const under = { moreButton: 'Context', outdatedFrom: '2018-12-17' };
    expect(buildAnswerCard(madeUpReply({ passage }), english, under)).toMatchObject({
      image: { url: 'https://example.org/tower.png' },
      description:
        '> The tower was built in 1900.\n-# … 2 more · *Context* shows more\n\n-# The \\*tower\\*\n⏳ This is from 17 December 2018 and may be out of date.',
    });
  });

  test('names a picture that Discord does not show', () => {
    const picture = { address: 'http://example.org/tower.png', alternative: 'The tower' };
    const card = buildAnswerCard(
      madeUpReply({ passage: { ...madeUpPassage(madeUpMatch({}, {})), picture } }),
      english,
    );
    expect(card).not.toHaveProperty('image');
    expect(card.description).toContain('-# [The tower](<http://example.org/tower.png>)');
  });

  test('bolds nothing but the short answer, and shows the sentence letter by letter', () => {
    const sentence = hostile(600).filter((text) => text.length > 6);
    fc.assert(
      fc.property(sentence, fc.nat(100), fc.integer({ min: 1, max: 100 }), (text, from, chars) => {
        const start = Math.min(from, text.length - 2);
        const shortAnswer = { start, end: Math.min(start + chars, text.length) };
        const said = text.slice(shortAnswer.start, shortAnswer.end);
        fc.pre(!/\p{Cs}/u.test(said));
        const { description = '' } = buildAnswerCard(madeUpReply({ fact: { text }, shortAnswer }), english);
        const { formatting, shown } = readDiscordMarkdown(description);
        expect(formatting.every((rule) => rule === 'bold' || rule === 'quote')).toBe(true);
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
    const card = buildAnswerCard(
      madeUpReply({ article, fact, shortAnswer: null, question: '||@everyone||' }),
      english,
    );
    const { formatting, links, shown } = readCard(card);
    expect(formatting).toEqual(['quote']);
    expect(links).toEqual(['https://evil.example', 'https://plain.example/a_b']);
    expect(shown).toContain(text);
    expect(shown).toContain('**@everyone** `title`');
  });

  test('names the path where the title has no sign that shows', () => {
    expect(buildAnswerCard(madeUpReply({ article: { title: '\u202e\u202c' } }), english).title).toBe(
      'tower.md',
    );
  });

  test('leaves out an address that is longer than Discord takes', () => {
    const url = `https://a.example/${'b'.repeat(3000)}`;
    expect(buildAnswerCard(madeUpReply({ article: { url } }), english)).not.toHaveProperty('url');
  });

  test('quotes a sentence of the greatest length whole, even when every sign is escaped', () => {
    const text = '_'.repeat(1000);
    for (const shortAnswer of [null, { start: 0, end: 1 }]) {
      const { description = '' } = buildAnswerCard(madeUpReply({ fact: { text }, shortAnswer }), english);
      expect(readDiscordMarkdown(description).shown.replaceAll('**', '')).toBe(text);
    }
  });
});

describe('an unsure answer', () => {
  const unsure = madeUpReply({ outcome: 'unsure', confidence: 0.3, readAs: 'What is the tower?' });

  test('is worded as the closest passage, in another colour, and highlights nothing', () => {
    const card = buildAnswerCard(unsure, english);
    expect(card.description).toBe(
      'Showing results for: What is the tower?\n🔸 I’m not sure. This is the closest passage I found:\n\n> The tower was built in 1900.',
    );
    expect(card.color).toBe(COLOURS.unsure);
    expect(card.fields?.[1]?.value).toMatch(/^low, but /);
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
    expect(card).toEqual({
      author: { name: 'When was the tower built?' },
      color: COLOURS.unknown,
      title: 'I don’t know',
      description: 'No article mentions “bitcoin”.\n\nTry other words, or browse `/sources`.',
    });
  });

  test('lists where the passages stand that are near, in place of what to try, without their effect and their text', () => {
    const nearest = [
      madeUpMatch({ title: 'The *tower*' }, { headings: ['History', '@everyone?'] }),
      madeUpMatch({ title: '# \u202e' }, { headings: [] }),
      madeUpMatch({ title: '\u202e' }, { path: 'c.md', text: 'Secret.' }),
    ];
    const { description = '' } = buildAnswerCard({ ...unknown, nearest }, english);
    expect(description).toBe(
      'No article mentions “bitcoin”.\n\nThese passages may be related:\n1. The \\*tower\\* › History › \\@everyone?\n2. \\#\n3. c.md',
    );
  });

  test('is what an answer without a match becomes', () => {
    expect(buildAnswerCard({ ...unknown, outcome: 'answered', matches: [] }, english).title).toBe(
      'I don’t know',
    );
  });

  test('greets back to a greeting', () => {
    const card = buildAnswerCard({ ...unknown, reason: { kind: 'small-talk' } }, english);
    expect(card.description).toMatch(/^Hello!/);
    expectDiscordTakes(card);
  });

  test('invites to ask where nothing was asked', () => {
    const card = buildAnswerCard({ ...unknown, reason: { kind: 'no-question' } }, english);
    expect(card).toEqual({
      color: COLOURS.unknown,
      description:
        'That doesn’t look like a question. Ask me about the articles: `/sources` lists them, and `/help` shows what I can do.',
    });
    expectDiscordTakes(card);
  });
});

test('Discord takes the card of every reply, however long and hostile its parts are', () => {
  fc.assert(
    fc.property(hostileReply, (reply) => {
      const card = buildAnswerCard(reply, english);
      expectDiscordTakes(card);
      const allowed = ['quote', 'bold', 'list', 'code', 'code block', 'masked link', 'subtext', 'italics'];
      expect(readCard(card).formatting.filter((rule) => !allowed.includes(rule))).toEqual([]);
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
    expectDiscordTakes(buildAnswerCard({ ...reply, outcome }, english));
  expect(JSON.stringify(buildAnswerCard(reply, english)).length).toBeGreaterThan(5000);
});
