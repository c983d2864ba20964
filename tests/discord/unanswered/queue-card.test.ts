import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEntryCard } from '../../../src/discord/unanswered/entry-card.ts';
import { buildQueueCard, countQueuePages } from '../../../src/discord/unanswered/queue-card.ts';
import type { Said, ShownEntry } from '../../../src/requests/unanswered/show-entry.ts';
import type { UnansweredEntry } from '../../../src/requests/unanswered/unanswered.ts';
import type { QuestionRecord } from '../../../src/store/records/asked-row.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, textsOfCard } from '../card-checks.ts';
import { readDiscordMarkdown } from '../discord-markdown.ts';
import { hostile, madeUpFound, madeUpMatch, madeUpPassage, READ_AT } from '../made-up.ts';

const ID = '1574895378107465774';
const shown = { guildId: ID, texts: english };

function asked(differing: Partial<QuestionRecord> = {}): QuestionRecord {
  return {
    id: 'id',
    question: 'How?',
    understoodAs: null,
    otherAuthorIds: [],
    outcome: 'unknown',
    confidence: 0,
    factId: null,
    guildId: ID,
    channelId: ID,
    askerId: ID,
    messageId: ID,
    askedAt: 1_795_554_709_000,
    isAskedPrivately: false,
    isAnsweredPrivately: false,
    isInHiddenChannel: false,
    isLimited: false,
    isWithdrawn: false,
    isPassedOn: false,
    ...differing,
  };
}

function entry(phrasing = 'How?', ...others: readonly Partial<QuestionRecord>[]): UnansweredEntry {
  const [last = {}, ...before] = others;
  return { id: 'id', phrasing, asked: [asked(last), ...before.map(asked)] };
}

const secrets: readonly Partial<QuestionRecord>[] = [
  { isAskedPrivately: true },
  { isInHiddenChannel: true },
  { isWithdrawn: true },
].map((privacy) => ({ ...privacy, askerId: '777', channelId: '888', messageId: '999' }));

/** An entry of the queue as it is shown. */
function opened(each: UnansweredEntry, differing: Partial<ShownEntry> = {}): ShownEntry {
  const said = { kind: 'unknown' } as const;
  return { entry: each, index: 0, count: 1, said, missing: [], found: [], ...differing };
}

describe('the list', () => {
  test('tells of each how often, when, by whom and where it was asked', () => {
    const twice = entry('How?', {}, { askedAt: 1_000_000, askerId: '2' });
    expect(textsOfCard(buildQueueCard([twice], 0, shown))).toEqual([
      '### 1 unanswered question',
      `**How?**\n-# Asked 2 times, last <t:1795554709:R> · https://discord.com/channels/${ID}/${ID}/${ID} · 2 members`,
    ]);
  });

  test('shows the channel and the asker of what the bot alone hid, without a link to what nobody else sees', () => {
    const hidden = entry('How?', {
      isAnsweredPrivately: true,
      askerId: '777',
      channelId: '888',
      messageId: '999',
    });
    const [, text] = textsOfCard(buildQueueCard([hidden], 0, shown));
    expect(text).toContain('<#888> · <@777>');
    expect(text).not.toContain('999');
  });

  test('tells neither who nor where of what is private, beside what is not', () => {
    for (const secret of secrets)
      for (const each of [entry('How?', secret), entry('How?', secret, {}), entry('How?', {}, secret)])
        for (const card of [buildQueueCard([each], 0, shown), buildEntryCard(opened(each), shown)])
          expect(JSON.stringify(card)).not.toMatch(/777|888|999/);
    expect(JSON.stringify(buildQueueCard([entry('How?', { isAskedPrivately: true })], 0, shown))).toContain(
      'in private',
    );
  });

  test('shows every entry once over its pages, and one page where there is none', () => {
    const entries = Array.from({ length: 19 }, (_, number) => entry(`How ${number}?`));
    const pages = Array.from({ length: countQueuePages(entries) }, (_, page) =>
      textsOfCard(buildQueueCard(entries, page, shown)).join('\n'),
    );
    const found = pages.flatMap((page) =>
      [...page.matchAll(/\*\*(.*?)\*\*/g)].map(([, phrasing]) => phrasing),
    );
    expect(found).toEqual(entries.map(({ phrasing }) => phrasing));
    expect(pages[2]).toContain('page 3 of 3');
    expect([countQueuePages([]), textsOfCard(buildQueueCard([], 0, shown))]).toEqual([
      1,
      ['### No unanswered questions'],
    ]);
  });

  test('is a card that Discord takes in every language, whatever was asked and however often', () => {
    const entries = fc.array(manyEntries(4000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(entries, fc.constantFrom(...Object.values(LANGUAGES)), (some, texts) => {
        const card = buildQueueCard(some, 0, { ...shown, texts });
        expectDiscordTakesCard(card);
        expect(listFormatting(card)).toEqual([]);
      }),
    );
  });
});

describe('an entry', () => {
  test('asks whether the nearest passage answers, and offers the others', () => {
    const found = ['One.', 'Two.', 'Three.'].map((text, number) =>
      madeUpFound(madeUpMatch({}, { text, id: `fact${number}` })),
    );
    const card = buildEntryCard(opened(entry('How?'), { found, count: 3 }), shown);
    const text = textsOfCard(card).join('\n');
    expect(text).toContain('-# 1 of 3\n**How?**\n-# Asked <t:');
    expect(text).toContain('**Does this answer it?**\n> One.\n-# The tower');
    const json = JSON.stringify(card);
    expect(json).toContain('unanswered-confirm:fact0.0.id');
    expect(json).not.toContain('"value":"fact0"');
    for (const value of ['fact1', 'fact2']) expect(json).toContain(`"value":"${value}"`);
  });

  test('offers to write an answer where no passage comes close', () => {
    const card = buildEntryCard(opened(entry('How?')), shown);
    expect(textsOfCard(card).join('\n')).toContain('No passage comes close.');
    expect(JSON.stringify(card)).not.toContain('unanswered-confirm');
  });

  test('is a card that Discord takes in every language, whatever was asked, shown and missed', () => {
    const match = fc
      .tuple(hostile(4000), hostile(4000))
      .map(([title, text]) => madeUpMatch({ title, url: `https://a.example/${'x'.repeat(400)}` }, { text }));
    const said = match.map(
      ({ article, fact }): Said => ({
        kind: 'answered',
        shown: {
          fact,
          passage: madeUpPassage({ article, fact, score: 1 }),
          refreshedAt: READ_AT,
        },
        votes: { helpful: 0, notHelpful: 1 },
      }),
    );
    const missing = fc.array(hostile(300), { maxLength: 3 });
    const found = fc
      .array(match, { maxLength: 3 })
      .map((some) =>
        some.map((each, number) => madeUpFound({ ...each, fact: { ...each.fact, id: `fact${number}` } })),
      );
    fc.assert(
      fc.property(
        fc.record({ entry: manyEntries(4000), said, missing, found }),
        fc.constantFrom(...Object.values(LANGUAGES)),
        (differing, texts) => {
          const card = buildEntryCard(opened(differing.entry, { ...differing, count: 12 }), {
            ...shown,
            texts,
          });
          expectDiscordTakesCard(card);
          // What was just done, with its warnings, stands above.
          expect(textsOfCard(card).join('').length).toBeLessThanOrEqual(4000 - 400);
        },
      ),
    );
  });
});

/** An entry with a hostile question of up to this length, asked up to 31 times by as many members. */
function manyEntries(maxChars: number): fc.Arbitrary<UnansweredEntry> {
  return fc.tuple(hostile(maxChars), fc.integer({ min: 0, max: 30 })).map(([phrasing, more]) =>
    entry(
      phrasing,
      ...Array.from({ length: more }, (_, number) => ({
        askerId: `${BigInt(ID) + BigInt(number)}`,
        channelId: `${BigInt(ID) + BigInt(number % 5)}`,
      })),
    ),
  );
}

/** What is neither ours nor a plain text in a list. */
function listFormatting(card: ReturnType<typeof buildQueueCard>): readonly string[] {
  const ours = new Set(['bold', 'mention', 'channel', 'heading', 'subtext']);
  return textsOfCard(card)
    .flatMap((text) => readDiscordMarkdown(text.replaceAll(/<t:\d+:R>/g, '')).formatting)
    .filter((name) => !ours.has(name));
}
