import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextCard } from '../../src/discord/context-card.ts';
import type { Surroundings } from '../../src/serving/surroundings.ts';
import { english } from '../../src/wording/english.ts';
import { LANGUAGES } from '../../src/wording/languages.ts';
import { expectDiscordTakes, readCard } from './card-checks.ts';
import { hostile, madeUpMatch, READ_AT } from './made-up.ts';

const { article, fact } = madeUpMatch({}, { text: 'It was built in 1900.' });

function around(differing: Partial<Surroundings> = {}): Surroundings {
  const nothing = { paragraphBefore: null, before: '', after: '', paragraphAfter: null };
  return { article, fact, ...nothing, refreshedAt: READ_AT, ...differing };
}

function descriptionOf(differing: Partial<Surroundings>): string | undefined {
  return contextCard(around(differing), english).description;
}

/** Everything as hostile and as long as articles and file systems allow, and longer. */
const hostileSurroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    text: hostile(3000),
    title: hostile(300),
    publisher: fc.option(hostile(5000)),
    path: hostile(400).map((path) => `${path.replace(/\s/g, '')}.md`),
    headings: fc.array(hostile(1000), { maxLength: 6 }),
    before: fc.oneof(fc.constant(''), hostile(3000)),
    after: fc.oneof(fc.constant(''), hostile(3000)),
    paragraphBefore: fc.option(hostile(3000)),
    paragraphAfter: fc.option(hostile(3000)),
  })
  .map(({ text, title, publisher, path, headings, ...rest }) => ({
    ...rest,
    ...madeUpMatch({ title, publisher, path }, { text, path, headings }),
    refreshedAt: READ_AT,
  }));

describe('the card around a quote', () => {
  test('shows the quote in bold in its paragraph, between the one before and the one behind', () => {
    const differing = {
      paragraphBefore: 'A tower stands here.',
      before: 'It is old. ',
      after: ' It is high.',
      paragraphAfter: 'A bridge is near.',
    };
    expect(descriptionOf(differing)).toBe(
      'A tower stands here.\n\nIt is old. **It was built in 1900.** It is high.\n\nA bridge is near.',
    );
  });

  test('shows the quote alone where nothing stands around it', () => {
    expect(descriptionOf({})).toBe('**It was built in 1900.**');
  });

  test('cuts away from the quote, at whole words, and marks the cut', () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i}`).join(' ');
    const differing = { paragraphBefore: words, before: words, after: words, paragraphAfter: words };
    const [first = '', own = '', last = ''] = descriptionOf(differing)?.split('\n\n') ?? [];
    expect(first).toMatch(/^… w\d+ .*w499$/);
    expect(own).toMatch(/^… w\d+ .*w499 \*\*It was built in 1900\.\*\* w0 .*…$/);
    expect(last).toMatch(/^w0 .*…$/);
  });

  test('marks where not even a word before the quote fits', () => {
    expect(descriptionOf({ before: 'x'.repeat(700) })).toBe('… **It was built in 1900.**');
  });

  test('is taken by Discord whatever an article holds, and formats nothing but the quote', () => {
    fc.assert(
      fc.property(hostileSurroundings, fc.constantFrom(...Object.values(LANGUAGES)), (hostileOnes, texts) => {
        const card = contextCard(hostileOnes, texts);
        expectDiscordTakes(card);
        expect(readCard(card).formatting.filter((name) => name !== 'bold')).toEqual([]);
      }),
    );
  });
});
