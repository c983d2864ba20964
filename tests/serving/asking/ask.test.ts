import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../../src/serving/asking/ask.ts';
import type { AnsweringContext } from '../../../src/serving/base/answering-context.ts';
import { seedBase } from '../../articles.ts';
import { servedBase } from '../serving-scene.ts';

const READ_AT = new Date('2024-05-01T10:00:00Z');

describe('asking the seed article', () => {
  let served: AnsweringContext;
  beforeAll(async () => {
    served = servedBase(await seedBase(), { refreshedAt: READ_AT });
  });

  test('brings the answer, five matches and when the articles were read', async () => {
    const reply = await ask(served, { question: 'How many interdepartmental agreements are signed?' });
    expect(reply).toMatchObject({ outcome: 'answered', refreshedAt: READ_AT });
    expect(reply.matches).toHaveLength(5);
    expect(reply.matches[0]?.fact.text).toContain('About 80 interdepartmental agreements');
  });

  test.each([1, 3, 20, 100])(
    'brings at most %i matches when told, best first, the same first one',
    async (limit) => {
      const question = 'What does Russian FCS do in international cooperation?';
      const { matches } = await ask(served, { question, limit });
      expect(matches.length).toBeGreaterThan(0);
      expect(matches.length).toBeLessThanOrEqual(limit);
      expect(matches.map(({ score }) => score)).toEqual(
        matches.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      expect(matches[0]?.fact).toEqual((await ask(served, { question })).matches[0]?.fact);
    },
  );

  test('reads words that are parted by what nobody sees', async () => {
    const plain = 'How many interdepartmental agreements are signed?';
    const parted = plain.replaceAll('e', '\u200be\u00ad');
    expect(await ask(served, { question: parted })).toEqual(await ask(served, { question: plain }));
  });

  test('keeps what the next question may lean on, and reads that with it', async () => {
    const first = await ask(served, { question: 'How many interdepartmental agreements are signed?' });
    expect(first.understoodAs).toBeNull();
    expect(first.conversation).toMatchObject({ isLatest: true, fact: first.matches[0]?.fact });
    const next = await ask(served, { question: 'and in Peru?', conversation: first.conversation });
    expect(next).toMatchObject({
      question: 'and in Peru?',
      outcome: 'unknown',
      understoodAs: 'How many interdepartmental agreements are signed in Peru?',
    });
    expect(next.conversation).toEqual({ ...first.conversation, isLatest: false });
  });

  test('reads a question by itself where no conversation is given', async () => {
    expect(await ask(served, { question: 'when?' })).toMatchObject({
      understoodAs: null,
      conversation: null,
    });
  });

  test('answers whatever is typed after whatever was asked, as a value', async () => {
    const words = fc.constantFrom(
      'and',
      'when',
      'it',
      'their',
      'who said that',
      'of',
      'in',
      'what about',
      'CCD',
      '’s',
      '?',
    );
    const text = fc
      .array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 8 })
      .map((parts) => parts.join(' '));
    const fact = served.base.facts[0];
    if (fact === undefined) throw new Error('the seed article is empty');
    await fc.assert(
      fc.asyncProperty(text, text, async (before, question) => {
        const conversation = { question: before, fact, words: null, isLatest: true };
        const { outcome, shortAnswer, matches } = await ask(served, { question, conversation });
        expect(outcome === 'unknown' && shortAnswer !== null).toBe(false);
        if (shortAnswer === null) return;
        expect(shortAnswer.start).toBeLessThan(shortAnswer.end);
        expect(shortAnswer.end).toBeLessThanOrEqual(matches[0]?.fact.text.length ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  test('answers whatever is typed: a value, never an exception, with a short answer inside its fact', async () => {
    const words = fc.constantFrom(
      'when',
      'meeting',
      'agreements',
      'how many',
      'CCD',
      '?',
      '\u2028',
      '\u0000',
      '👩‍👩‍👧‍👦',
    );
    const question = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 12 })
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const { confidence, outcome, shortAnswer, matches } = await ask(served, { question: text });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(outcome === 'unknown' && shortAnswer !== null).toBe(false);
        if (shortAnswer === null) return;
        expect(shortAnswer.start).toBeLessThan(shortAnswer.end);
        expect(shortAnswer.end).toBeLessThanOrEqual(matches[0]?.fact.text.length ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
