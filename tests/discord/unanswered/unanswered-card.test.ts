import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildEntryCard,
  buildQueueCard,
  countQueuePages,
  listPageEntries,
} from '../../../src/discord/unanswered/unanswered-card.ts';
import type { UnansweredEntry } from '../../../src/requests/unanswered/unanswered.ts';
import type { QuestionRecord } from '../../../src/store/records/asked-row.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakes, readCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

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
    isWithdrawn: false,
    ...differing,
  };
}

function entry(phrasing = 'How?', ...others: readonly Partial<QuestionRecord>[]): UnansweredEntry {
  const [last = {}, ...before] = others;
  return { id: 'id', phrasing, asked: [asked(last), ...before.map(asked)] };
}

describe('the queue', () => {
  test('tells of each how often, when, by whom and where it was asked', () => {
    const twice = entry('How?', {}, { askedAt: 1_000_000, askerId: '2' });
    expect(buildQueueCard([twice], 0, shown)).toMatchObject({
      title: '1 unanswered question',
      description: [
        '**How?**',
        `2 times · first <t:1000:R>, last <t:1795554709:R> · <@${ID}> · https://discord.com/channels/${ID}/${ID}/${ID}`,
      ].join('\n'),
    });
  });

  test('tells neither who nor where of what is private, beside what is not', () => {
    const secret = { isAnsweredPrivately: true, askerId: '777', channelId: '888', messageId: '999' };
    for (const each of [entry('How?', secret), entry('How?', secret, {}), entry('How?', {}, secret)])
      for (const card of [buildQueueCard([each], 0, shown), buildEntryCard(each, shown, 'Do.')])
        expect(JSON.stringify(card)).not.toMatch(/777|888|999/);
    expect(buildQueueCard([entry('How?', secret)], 0, shown).description).toContain('in private');
  });

  test('shows every entry once over its pages, and one page where there is none', () => {
    const entries = Array.from({ length: 19 }, (_, number) => entry(`How ${number}?`));
    const pages = Array.from({ length: countQueuePages(entries) }, (_, page) =>
      listPageEntries(entries, page),
    );
    expect(pages.flat()).toEqual(entries);
    expect(buildQueueCard(entries, 2, shown).footer?.text).toBe('page 3 of 3');
    expect([countQueuePages([]), buildQueueCard([], 0, shown).title]).toEqual([1, 'No unanswered questions']);
  });

  test('is a card that Discord takes in every language, whatever was asked and however often', () => {
    const entries = fc.array(
      fc
        .tuple(hostile(4000), fc.integer({ min: 0, max: 30 }))
        .map(([phrasing, more]) =>
          entry(
            phrasing,
            ...Array.from({ length: more }, (_, number) => ({ askerId: `${BigInt(ID) + BigInt(number)}` })),
          ),
        ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, fc.constantFrom(...Object.values(LANGUAGES)), (some, texts) => {
        const [first] = some;
        const cards = [buildQueueCard(some, 0, { ...shown, texts })];
        if (first !== undefined)
          cards.push(buildEntryCard(first, { ...shown, texts }, texts.unanswered.whatToDo));
        for (const card of cards) {
          expectDiscordTakes(card);
          const timeless = { ...card, description: card.description?.replaceAll(/<t:\d+:R>/g, '') ?? '' };
          const foreign = readCard(timeless).formatting.filter(
            (name) => name !== 'bold' && name !== 'mention',
          );
          expect(foreign).toEqual([]);
        }
      }),
    );
  });
});
