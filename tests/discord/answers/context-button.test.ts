import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageLine } from '../../../src/answering/passage/passage.ts';
import { buildContextCard } from '../../../src/discord/answers/context-button.ts';
import type { Surroundings } from '../../../src/serving/asking/surroundings.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';
import { hostilePassage } from '../hostile-passage.ts';
import { hostile, madeUpLine, madeUpMatch, READ_AT } from '../made-up.ts';

const { article, fact } = madeUpMatch({}, { text: 'It was built in 1900.' });
const before = madeUpLine('A tower stands here.');
const after = madeUpLine('A bridge is near.');

/** The line that holds the quote after and before this. */
function own(above = '', below = ''): PassageLine {
  const start = above.length;
  return madeUpLine(above + fact.text + below, { answer: { start, end: start + fact.text.length } });
}

const step = (text: string, marker: string): PassageLine => madeUpLine(text, { kind: 'item', marker });

function descriptionOf(lines: readonly PassageLine[], place: number): string | undefined {
  return textsOfCard(
    buildContextCard({ article, fact, lines, ownIndex: place, refreshedAt: READ_AT }, english),
  )[0];
}

/** Everything as hostile and as long as articles and file systems allow, and longer. */
const hostileSurroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    title: hostile(300),
    publisher: fc.option(hostile(5000)),
    path: hostile(400).map((path) => `${path.replace(/\s/g, '')}.md`),
    headings: fc.array(hostile(1000), { maxLength: 6 }),
    passage: hostilePassage,
    long: fc.option(hostile(3000)),
    own: fc.nat(),
  })
  .map(({ title, publisher, path, headings, passage, long, own: place }) => {
    const lines = [...passage.lines, ...(long === null ? [] : [madeUpLine(long)])];
    return {
      ...madeUpMatch({ title, publisher, path }, { path, headings }),
      lines,
      ownIndex: place % lines.length,
      refreshedAt: READ_AT,
    };
  });

describe('the card around a quote', () => {
  test('shows the quote in bold in its paragraph, between the one before and the one behind', () => {
    expect(descriptionOf([before, own('It is old. ', ' It is high.'), after], 1)).toBe(
      'A tower stands here.\n\nIt is old. **It was built in 1900.** It is high.\n\nA bridge is near.',
    );
  });

  test('shows the quote alone where nothing stands around it', () => {
    expect(descriptionOf([own()], 0)).toBe('**It was built in 1900.**');
  });

  test('shows steps with their numbers, code in its block, and a row in bold', () => {
    const steps = [
      step('Read.', '1. '),
      { ...own(), kind: 'item', marker: '2. ' },
      step('Ask.', '3. '),
    ] as const;
    expect(descriptionOf([...steps, madeUpLine('/ask', { kind: 'code' })], 1)).toBe(
      '1. Read.\n2. **It was built in 1900.**\n3. Ask.\n```\n/ask\n```',
    );
    expect(descriptionOf([madeUpLine('Rank: Gold', { kind: 'row' })], 0)).toBe('**Rank: Gold**');
  });

  test('cuts away from the quote, at whole words, and marks the cut', () => {
    const words = Array.from({ length: 1200 }, (_, i) => `w${i}`).join(' ');
    const long =
      descriptionOf([madeUpLine(words), own(`${words} `, ` ${words}`), madeUpLine(words)], 1) ?? '';
    const [first = '', middle = '', last = ''] = long.split('\n\n');
    expect(first).toMatch(/^… w\d+ .*w1199$/);
    expect(middle).toMatch(/^… w\d+ .*w1199 \*\*It was built in 1900\.\*\* w0 .*…$/);
    expect(last).toMatch(/^w0 .*…$/);
  });

  test('marks where not even a word before the quote fits', () => {
    expect(descriptionOf([own('x'.repeat(3000))], 0)).toBe('… **It was built in 1900.**');
  });

  test('is taken by Discord whatever an article holds, and formats nothing but quote, lists, links and code', () => {
    fc.assert(
      fc.property(hostileSurroundings, fc.constantFrom(...Object.values(LANGUAGES)), (hostileOnes, texts) => {
        const card = buildContextCard(hostileOnes, texts);
        expectDiscordTakesCard(card);
        // A question of 200 characters may stand above it.
        expect(textsOfCard(card).join('').length).toBeLessThanOrEqual(3790);
        const allowed = ['bold', 'list', 'masked link', 'code block', 'subtext'];
        expect(readTexts(card).formatting.filter((name) => !allowed.includes(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
