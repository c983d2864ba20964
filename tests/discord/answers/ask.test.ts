import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildQuestionChoices,
  readTypedQuestion,
  resolveQuestion,
} from '../../../src/discord/answers/ask.ts';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { Suggestions } from '../../../src/search/questions/suggestions.ts';
import { findOfferedQuestion } from '../../../src/serving/asking/suggest-questions.ts';
import { seedBase } from '../../articles.ts';
import { checkChoices } from '../../local-discord/rules/all-rules.ts';
import { readChoices } from '../../local-discord/rules/body-views.ts';
import { openService, threadsWith } from '../../serving/serving-scene.ts';
import { hostile } from '../made-up.ts';

const LONG = `Who ${'really '.repeat(20)}pays?`;
const OTHER = `${LONG.slice(0, -5)}sings?`;

const { suggestions: articles } = await seedBase();
/** What was answered in the server, whatever it is: a thread would leave out what nobody is offered. */
let offered = Suggestions.create([]);
const threads = threadsWith(() => ({
  findOfferedQuestion: ({ hash }) => findOfferedQuestion({ articles, server: offered }, hash),
}));
const knowledge = await openService('knowledge', { threads });

/** What `value` means in a server where these questions were answered. */
function meant(value: string, asked: readonly string[]): Promise<string> {
  offered = Suggestions.create(asked);
  return resolveQuestion(value, { guildId: 'here', readers: NO_ACCESS }, { knowledge });
}

function valueFor(question: string): string {
  return buildQuestionChoices([question])[0]?.value ?? '';
}

const typing = (typed: string): string => readTypedQuestion({ options: { getFocused: () => typed } });

describe('the choices of a list', () => {
  test('are the questions themselves where they fit', () => {
    expect(buildQuestionChoices(['Who pays?'])).toEqual([{ name: 'Who pays?', value: 'Who pays?' }]);
    const [fits, longer] = ['a'.repeat(100), 'a'.repeat(101)];
    expect(valueFor(fits)).toBe(fits);
    expect(valueFor(longer)).not.toContain(longer.slice(0, 90));
  });

  test('are cut between words where they do not fit, and keep how they begin beside their key', () => {
    const [choice] = buildQuestionChoices([LONG]);
    expect(choice?.name).toMatch(/^Who (?:really )+really…$/);
    expect(choice?.value).toMatch(/^f1:q:[\w-]{16}:Who (?:really )+really$/);
  });

  test('are 25 at most, none of which shows the same as another', () => {
    expect(buildQuestionChoices(Array.from({ length: 40 }, (_, number) => `Is it ${number}?`))).toHaveLength(
      25,
    );
    expect(buildQuestionChoices([LONG, OTHER])).toHaveLength(1);
  });

  test('are taken by Discord, whatever is pinned, asked and typed, and mean what they say', async () => {
    const piece = fc.oneof(
      hostile(130),
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(
        '',
        ' ',
        '\u0000',
        '\ud800',
        '\u3164',
        'a'.repeat(101),
        LONG,
        OTHER,
        'f1:q:',
        '👩‍👩‍👧‍👦'.repeat(12),
      ),
      fc.constantFrom(valueFor(LONG), valueFor(valueFor(LONG))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), piece, async (given, typed) => {
        const found = Suggestions.create(given)
          .complete(typed, 25)
          .map(({ text }) => text);
        const choices = buildQuestionChoices(found);
        expect(checkChoices(readChoices({ choices }))).toEqual([]);
        for (const key of ['name', 'value'] as const)
          expect(new Set(choices.map((choice) => choice[key])).size).toBe(choices.length);
        for (const { name, value } of choices) {
          expect(name + value).not.toMatch(/\p{Surrogate}|\p{Cc}/u);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeLessThanOrEqual(100);
          expect(found).toContain(await meant(value, given));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is meant by a value', () => {
  test('is the whole question, as long as it is offered there', async () => {
    expect(await meant(valueFor(LONG), ['Who pays?', LONG])).toBe(LONG);
    expect(await meant(valueFor(LONG), [OTHER])).toBe(valueFor(LONG).slice(22));
    expect(valueFor(LONG).slice(22)).toMatch(/^Who really .* really$/);
  });

  test.each([
    'Who pays?',
    'f1:q:',
    'f1:q:Who pays?',
    'f1:q:tooshort:Who pays?',
    'f2:q:AAAAAAAAAAAAAAAA:Who pays?',
    '',
    '\u0000',
  ])('is %j itself', async (value) => expect(await meant(value, [LONG])).toBe(value));

  test('is what a forged key says beside its hash', async () => {
    expect(await meant('f1:q:AAAAAAAAAAAAAAAA:Who pays?', [LONG])).toBe('Who pays?');
    expect(await meant('f1:q:AAAAAAAAAAAAAAAA:', [LONG])).toBe('');
  });

  test('is a question that looks like a key, where that is offered', async () => {
    const question = 'f1:q:AAAAAAAAAAAAAAAA:Who pays?';
    expect(valueFor(question)).not.toBe(question);
    expect(await meant(valueFor(question), [question])).toBe(question);
  });
});

test('a choice that is being changed is completed by its words', () => {
  expect(typing('who p')).toBe('who p');
  expect(typing(valueFor(LONG))).toMatch(/^Who really/);
});
