import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import type { Answer, Reason } from '../../src/answering/question/answer.ts';
import { type Question, readQuestion } from '../../src/answering/question/question.ts';
import { decideOutcome } from '../../src/answering/verdict/outcome.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { baseOf, markdownArticle, plainArticle, seedBase } from '../articles.ts';
import { FERRY } from '../ferry.ts';
import { meaningOf } from '../opened-encoders.ts';

const base = await seedBase();

function ask(question: string, limit = 5): Promise<Answer> {
  return answerQuestion(readQuestion(base, question), { limit });
}

function shortAnswerOf({ shortAnswer, matches }: Answer): string | null {
  return shortAnswer === null
    ? null
    : (matches[0]?.fact.text.slice(shortAnswer.start, shortAnswer.end) ?? null);
}

/** What must hold of every answer to every question. */
const RULES: Readonly<Record<string, (answer: Answer, asking: Asking) => boolean>> = {
  'the confidence lies in 0..1': ({ confidence }) => confidence >= 0 && confidence <= 1,
  'the outcome fits the confidence': ({ outcome, confidence }) =>
    [true, false].some(
      (isOnlyIntroduction) =>
        outcome ===
        decideOutcome(
          confidence,
          {
            isOnlyIntroduction,
            surelyLacks: false,
            isNarrowed: false,
            isOpposite: false,
            saysLongForm: false,
          },
          'balanced',
        ),
    ),
  'there are no more matches than wanted': ({ matches }, { limit }) => matches.length <= limit,
  'no match comes twice': ({ matches }) =>
    new Set(matches.map(({ fact }) => fact.id)).size === matches.length,
  'the matches are sorted, best first': ({ matches }) =>
    matches.every(({ score }, index) => score <= (matches[index - 1]?.score ?? Number.POSITIVE_INFINITY)),
  'what is not unknown has a match': ({ outcome, matches }) => outcome === 'unknown' || matches.length > 0,
  'what is unknown has no short answer': ({ outcome, shortAnswer }) =>
    outcome !== 'unknown' || shortAnswer === null,
  'nothing is near but what is unknown': ({ outcome, nearest }) =>
    outcome === 'unknown' || nearest.length === 0,
  'the short answer lies in the fact': ({ shortAnswer, matches }) =>
    shortAnswer === null ||
    (0 <= shortAnswer.start &&
      shortAnswer.start < shortAnswer.end &&
      shortAnswer.end <= (matches[0]?.fact.text.length ?? 0)),
  'a question about nothing is unknown': ({ reason, outcome }) =>
    !['no-question', 'small-talk', 'nothing-close'].includes(reason.kind) || outcome === 'unknown',
  'what no article mentions is not answered': ({ reason, outcome }) =>
    reason.kind !== 'not-mentioned' || outcome !== 'answered',
  'the words of a reason stand in the question': ({ reason }, { question }) =>
    !('words' in reason) ||
    (reason.words.length > 0 && reason.words.every((word) => question.typed.includes(word))),
};

interface Asking {
  readonly question: Question;
  readonly limit: number;
}

/** The rules that the answer to this question breaks. */
async function brokenBy(question: Question, limit: number): Promise<string[]> {
  const answer = await answerQuestion(question, { limit });
  return Object.entries(RULES).flatMap(([rule, holds]) => (holds(answer, { question, limit }) ? [] : [rule]));
}

describe('an answer', () => {
  test('quotes the fact, with the short answer in it', async () => {
    const answer = await ask('How many representative offices does Russian customs have abroad?');
    expect(answer).toMatchObject({
      outcome: 'answered',
      reason: { kind: 'said' } satisfies Reason,
      readAs: null,
      nearest: [],
    });
    expect(answer.matches[0]?.fact).toMatchObject({
      path: 'russian-fcs-meeting.md',
      paragraph: 9,
      sentence: 2,
    });
    expect(shortAnswerOf(answer)).toBe('8');
  });

  test('is found in spite of typos, and says what was understood', async () => {
    const vectors = await meaningOf(base);
    const answer = await answerQuestion(readQuestion(base, 'how meny ofices abroad are ther'), {
      limit: 1,
      vectors,
    });
    expect(answer).toMatchObject({ outcome: 'answered', readAs: 'how many offices abroad are there' });
    expect(shortAnswerOf(answer)).toBe('8');
  });

  test('does not change with an emoji, a soft hyphen or odd capitals', async () => {
    const plain = await ask('When was the meeting on international cooperation held?');
    for (const odd of [
      'When was the meeting on international cooperation held? ❤️',
      'WHEN was the Mee\u00adting on international coope\u00adration held?',
    ]) {
      const answer = await ask(odd);
      expect(answer).toMatchObject({ reason: plain.reason, outcome: 'answered' });
      // Capitals speak for names, so it moves a little.
      expect(Math.abs(answer.confidence - plain.confidence)).toBeLessThan(0.2);
      expect(answer.matches[0]?.fact).toEqual(plain.matches[0]?.fact);
    }
  });

  test('does not change with a greeting, an address or marks of emphasis', async () => {
    const plain = await ask('when was the meeting on international cooperation held?');
    for (const odd of [
      'Hi bot, when was the meeting on international cooperation held?',
      '@bot when was the meeting on international cooperation held? thanks!',
      '**when was the _meeting_ on international cooperation held?**',
      '> when was the meeting on international cooperation held?',
    ])
      expect(await ask(odd)).toMatchObject({
        outcome: 'answered',
        reason: plain.reason,
        shortAnswer: plain.shortAnswer,
        readAs: null,
      });
  });

  test('understands a possessive', async () => {
    expect((await ask('What is Belyaninov’s speech?')).reason).toEqual({ kind: 'said' });
  });

  test('prefers a fact that holds the kind of answer asked for', async () => {
    const two = baseOf('The tower meeting was held in Lisbon.', 'The tower meeting was held in 1994.');
    const first = async (question: string): Promise<string | undefined> =>
      (await answerQuestion(readQuestion(two, question), { limit: 1 })).matches[0]?.fact.text;
    expect(await first('Where was the tower meeting held?')).toContain('Lisbon');
    expect(await first('When was the tower meeting held?')).toContain('1994');
  });

  test.each([
    ['Were there 9 representative offices?', '8 representative offices'],
    ['Does Russian FCS have nine offices abroad?', '8 representative offices'],
    ['Have agreements been signed with 40 states?', 'signed with 50 states'],
  ])('to %j leads with the sentence that says another number: %s', async (question, deciding) => {
    const answer = await ask(question);
    expect(answer.outcome).toBe('answered');
    expect(shortAnswerOf(answer)).toBe(deciding);
  });

  test('brings the same first matches whatever the limit', async () => {
    const question = 'international customs cooperation agreements';
    const all = (await ask(question, 100)).matches;
    expect(all.length).toBeGreaterThan(10);
    expect((await ask(question, 1)).matches).toEqual(all.slice(0, 1));
    expect((await ask(question, 20)).matches).toEqual(all.slice(0, 20));
  });

  test('brings the nearest passages if nothing is known, and none about something else', async () => {
    const near = FactBase.build([markdownArticle('ferry.md', FERRY)]);
    const strict = { limit: 5, strictness: 'strict' } as const;
    const { outcome, nearest } = await answerQuestion(
      readQuestion(near, 'Which ferry to Marrow is red?'),
      strict,
    );
    expect(outcome).toBe('unknown');
    expect(nearest.map(({ fact }) => fact.headings)).toContainEqual(['Cars']);
    expect(await ask('How do I mine bitcoin?')).toMatchObject({ outcome: 'unknown', nearest: [] });
  });
});

describe('the reason', () => {
  test.each<readonly [string, string, Reason]>([
    ['nothing is asked', '', { kind: 'no-question' }],
    ['there is only noise', '?!… 🙂 \u0301', { kind: 'no-question' }],
    ['there is only a word that shapes sentences', 'what', { kind: 'no-question' }],
    ['there are only such words', 'what is the most of them', { kind: 'no-question' }],
    ['it is a greeting', 'hello', { kind: 'small-talk' }],
    ['it is thanks', 'Thank you so much!', { kind: 'small-talk' }],
    [
      'no article has the words, as they were typed',
      'How do I install Node.js?',
      { kind: 'not-mentioned', words: ['install', 'Node', 'js'] },
    ],
    ['the words never stand together', 'range of negotiations with Belgium', { kind: 'nothing-close' }],
    [
      'some words stand elsewhere',
      'When was the agreement on mutual aid in customs affairs dated, Konovalenko?',
      { kind: 'partly-said', words: ['Konovalenko'] },
    ],
    [
      'the passage has no date',
      'When did Konovalenko say that the legal basis has been advanced?',
      { kind: 'no-such-detail', asksFor: 'date' },
    ],
    ['the passage says it all', 'When was the meeting held?', { kind: 'said' }],
  ])('tells that %s', async (_, question, reason) => expect((await ask(question)).reason).toEqual(reason));

  test('names a greeting even if an article is about it', async () => {
    const greetings = baseOf('Hello is a greeting.');
    const expected = { outcome: 'unknown', confidence: 0, reason: { kind: 'small-talk' } };
    expect(await answerQuestion(readQuestion(greetings, 'hello'), { limit: 5 })).toMatchObject(expected);
    const { outcome } = await answerQuestion(readQuestion(greetings, 'What is hello?'), { limit: 5 });
    expect(outcome).toBe('answered');
  });

  test('says that nothing is close if only a title holds one of the words', async () => {
    const titled = FactBase.build([plainArticle('Tomatoes', 'They grow. Birds sing.')]);
    expect(
      await answerQuestion(readQuestion(titled, 'Who sold tomatoes to birds?'), { limit: 5 }),
    ).toMatchObject({
      outcome: 'unknown',
    });
  });

  test.each([
    'hello',
    'Thanks!',
    'привет',
    '',
    '   ',
    'the',
    'how',
    '12345678',
    'asdf qwer zxcv',
    '?',
    '/ask',
    'https://example.org/meeting',
    '2008',
    '50',
    'was, and',
  ])('leaves “%s” unknown, without a short answer', async (text) =>
    expect(await ask(text)).toMatchObject({ outcome: 'unknown', shortAnswer: null }),
  );
});

/** An answer without the words that it repeats of the question. */
async function essenceOf(text: string): Promise<object> {
  const { outcome, confidence, shortAnswer, matches } = await ask(text);
  return { outcome, confidence, shortAnswer, matches };
}

describe('any question at all', () => {
  const WORDS = [
    'When',
    'how many',
    'meeting',
    'ofices',
    'CCD',
    'Finland',
    'stand for',
    'hello',
    'zebra',
    '1994',
    'Сколько',
    'U.S.',
  ];
  const anyQuestion = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { maxLength: 12 })
      .map((parts) => parts.join(' ')),
  );

  test('gets a valid answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.integer({ min: 1, max: 30 }), async (question, limit) => {
        expect(await brokenBy(readQuestion(base, question), limit)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('gets the same answer each time, from a base built anew too', async () => {
    const again = await seedBase();
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        expect(await ask(question)).toEqual(await ask(question));
        expect(await answerQuestion(readQuestion(again, question), { limit: 5 })).toEqual(
          await ask(question),
        );
      }),
    );
  });

  test('gets an answer that does not depend on its first letter, on “i” or “I”, and on the mark at its end', async () => {
    const ends = fc.constantFrom('', '?', '??', ' ?', '!', '.', '?!');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WORDS, 'i')), ends, async (words, end) => {
        const text = words.join(' ').toLowerCase();
        const written = text.replaceAll(/\bi\b/g, 'I');
        expect(await essenceOf(`${written.slice(0, 1).toUpperCase()}${written.slice(1)}${end}`)).toEqual(
          await essenceOf(text),
        );
      }),
    );
  });

  test('gets an answer that does not depend on the white space around and between its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WORDS)), async (words) => {
        expect(await ask(`\n ${words.join(' \t\r\n\u00a0 ')} `)).toEqual(await ask(words.join(' ')));
      }),
    );
  });

  test.each([
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 characters of words', 'meeting '.repeat(1250)],
    [
      '1,500 mistyped words',
      Array.from({ length: 1500 }, (_, number) => `ofic${number.toString(36)}es`).join(' '),
    ],
    ['emoji', '👩‍👩‍👧🇩🇪1️⃣'.repeat(50)],
    ['right-to-left text', '\u202eمتى عُقد الاجتماع؟ \u2067מתי\u2069'],
    ['control characters', '\0\u0001\u001b[31mmeeting\u0007\u009b'],
    ['a regular expression', '^(.*)+[meeting$\\'],
    ['lone surrogates', '\ud800 meeting \udc00\ud83d'],
    ['accents on nothing', '\u0301'.repeat(5000)],
    ['names of object properties', '__proto__ constructor hasOwnProperty toString'],
    ['fuse.js operators', '=meeting !offices ^customs \'abroad | "FCS$'],
    ['one letter', 'x'],
    ['digits with marks', '1,1.1,'.repeat(1500)],
  ])('may be %s', async (_, question) => expect(await brokenBy(readQuestion(base, question), 5)).toEqual([]));

  test('does not depend on how many matches are wanted', async () => {
    const many = FactBase.build(
      Array.from({ length: 60 }, (_, i) =>
        plainArticle(`Note ${i}`, `The tower number ${i} stands. It was built.`),
      ),
    );
    for (const question of ['How many towers stand?', 'When was the tower built?', 'tower']) {
      const few = await answerQuestion(readQuestion(many, question), { limit: 5 });
      const all = await answerQuestion(readQuestion(many, question), { limit: 100 });
      expect(all.matches.slice(0, 5)).toEqual(few.matches);
      expect({ ...all, matches: [] }).toEqual({ ...few, matches: [] });
      const scores = all.matches.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('is answered by a base without articles', async () => {
    const empty = FactBase.build([]);
    expect(await answerQuestion(readQuestion(empty, 'When was the meeting?'), { limit: 5 })).toMatchObject({
      outcome: 'unknown',
      confidence: 0,
      reason: { kind: 'not-mentioned', words: ['meeting'] },
      matches: [],
      readAs: null,
      nearest: [],
    });
  });

  test('is answered by articles of any words', async () => {
    const paragraph = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `A ${text.replace(/\s+/g, ' ')} b 1994.`);
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const any = baseOf(...paragraphs);
        for (const question of [...paragraphs, `When ${paragraphs[0]}`, `How many ${paragraphs[0]}`]) {
          expect(await brokenBy(readQuestion(any, question), 3)).toEqual([]);
        }
      }),
    );
  });

  test('finds an alias by its short form in small letters', async () => {
    const aliased = FactBase.build([
      markdownArticle(
        'a.md',
        '---\ntitle: A\naliases:\n  CCD: Customs Cooperation Directorate\n---\n\nThe Customs Cooperation Directorate grew.\n',
      ),
    ]);
    const { matches } = await answerQuestion(readQuestion(aliased, 'ccd'), { limit: 1 });
    expect(matches[0]?.fact.text).toBe('The Customs Cooperation Directorate grew.');
  });
});
