import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../../src/serving/asking/ask.ts';
import type { AnsweringContext } from '../../../src/serving/base/answering-context.ts';
import { toAnswerJson } from '../../../src/terminal/ask/answer-json.ts';
import { seedBase } from '../../articles.ts';
import { CARS, FERRY, LORRIES } from '../../ferry.ts';
import { servedBase, servedFrom } from '../../serving/serving-scene.ts';
import { readAskLine } from '../ask-contract.ts';

describe('answerToJson', () => {
  let served: AnsweringContext;
  beforeAll(async () => {
    served = servedBase(await seedBase());
  });
  const lineFor = async (question: string): Promise<string> =>
    toAnswerJson(question, await ask(served, { question }), 1.234567);

  test.each([
    ['How many interdepartmental agreements are signed?', 'answered', 'said'],
    ['When was the meeting on international cooperation held?', 'answered', 'said'],
    ['How do I mine bitcoin?', 'unknown', 'not-mentioned'],
    ['hello!', 'unknown', 'small-talk'],
    ['', 'unknown', 'no-question'],
  ])('writes %j as contract 2 asks: %s, because %s', async (question, outcome, kind) => {
    const line = readAskLine(await lineFor(question));
    expect(line).toMatchObject({ question, outcome, tookMs: 1.2346 });
    expect(line.reason).toMatch(new RegExp(`^${kind}: \\w`));
    expect(line.answer === null || outcome === 'answered').toBe(true);
  });

  // A word of 8.4 million letters was more than the regular expression for words could take.
  test.each([
    ['letters', 'a', 9_000_000],
    ['accents', 'e\u0301', 4_500_000],
    ['words', 'dog ', 2_500_000],
    ['spaces', ' ', 10_000_000],
    ['signs', '?', 10_000_000],
    ['letters that part into eighteen', '\ufdfa', 3_000_000],
    ['control characters', '\u009b', 1_000_000],
    ['halves of characters', '\ud83d', 1_000_000],
  ])('answers a line of very many %s', async (_, sign, times) => {
    const question = sign.repeat(times);
    expect(JSON.parse(await lineFor(question)).question === question).toBe(true);
  });

  test('writes no character that steers a terminal, and the same values as without them', async () => {
    const sign = fc.constantFrom(
      ...'\u0000\u001b\u007f\u0085\u009b\u061c\u200e\u200f\u2028\u202e\u2066\u2069aб'.split(''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.oneof(sign, fc.string({ unit: 'binary', maxLength: 1 })) }),
        async (question) => {
          const line = await lineFor(question);
          expect(line).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
          expect(JSON.parse(line).question).toBe(question);
        },
      ),
    );
  });

  test('writes an unsure answer in the same shape', async () => {
    const answer = await ask(served, { question: 'When was the meeting held?' });
    const unsure = {
      ...answer,
      outcome: 'unsure',
      readAs: 'When?',
      confidence: 0.299999,
    } as const;
    const line = readAskLine(toAnswerJson('When?', unsure, 0));
    expect(line).toMatchObject({
      outcome: 'unsure',
      didYouMean: ['When?'],
      confidence: 0.3,
      tookMs: 0,
    });
    expect(line.answer).not.toBeNull();
  });

  test('tells what was meant: how it was read, then what is near by its heading, else by its title', async () => {
    const ferry = servedFrom({
      'ferry.md': FERRY,
      'plain.txt': 'The quay\n\nThe ferry leaves from the quay.\n',
    });
    const { conversation, matches } = await ask(ferry, { question: CARS });
    const refused = await ask(ferry, { question: LORRIES, conversation });
    expect(readAskLine(toAnswerJson(LORRIES, refused, 0))).toMatchObject({
      outcome: 'unknown',
      didYouMean: ['Cars', 'Crossing'],
    });
    const [cars] = matches;
    const { matches: found } = await ask(ferry, { question: 'Where does the ferry leave from the quay?' });
    const [quay] = found;
    if (cars === undefined || quay === undefined) throw new Error('nothing is found');
    const many = { ...refused, readAs: 'and lorries', nearest: [quay, cars, cars] };
    expect(readAskLine(toAnswerJson(LORRIES, many, 0)).didYouMean).toEqual([
      'and lorries',
      'The quay',
      'Cars',
    ]);
  });

  test('names the stretch that answers, and the fact’s stretch of its paragraph', async () => {
    const line = await lineFor('How many interdepartmental agreements are signed?');
    const { answer, matches } = readAskLine(line);
    expect(answer).toEqual({ text: '80', start: 6, end: 8 });
    const { base } = served;
    for (const { fact } of matches) {
      const article = base.articles.find(({ path }) => path === fact.path);
      expect(article?.paragraphs[fact.paragraph - 1]?.text.slice(fact.start, fact.end)).toBe(fact.text);
    }
  });

  test('gives matches for every outcome that has any, best first', async () => {
    for (const question of [
      'How do I mine bitcoin at a meeting?',
      'Which organisation hosted the meeting?',
    ]) {
      const scores = readAskLine(await lineFor(question)).matches.map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(0);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('joins the headings, and names the address', async () => {
    const article =
      '---\ntitle: Hours\nurl: https://example.org/a\n---\n\n# Week\n\n## Sunday\n\nThe library is closed.\n';
    const hours = servedFrom({ 'hours.md': article });
    const question = 'When is the library closed?';
    const { matches } = readAskLine(toAnswerJson(question, await ask(hours, { question }), 0));
    expect(matches[0]?.fact).toMatchObject({ url: 'https://example.org/a', heading: 'Week › Sunday' });
  });

  test('stays on one line for every reader and gives the question back as it came', async () => {
    const question = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('meeting', '\u2028', '\u2029', '\u0085', '\r', '\u000b', '\u000c', '"', '\\'))
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const json = await lineFor(text);
        expect(json).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(readAskLine(json).question).toBe(text);
      }),
    );
  });
});
