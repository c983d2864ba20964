import { describe, expect, test } from 'vitest';
import { HEADING_FEATURES } from '../../../src/answering/ranking/heading-features.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';
import { featureReader } from './feature-values.ts';

const base = new FactBase([
  markdownArticle(
    'harbour.md',
    `# Harbour

Boats are welcome.

## Fees

### Where do I pay?

At the office of the master.

It is open from nine.

These cards are taken:

- a debit card

| Boat | Price |
| - | - |
| small | 5 € |

### Children

They stay free.
`,
  ),
]);
const ofFees = featureReader(HEADING_FEATURES, base, 'where do i pay the fees');
const ofCards = featureReader(HEADING_FEATURES, base, 'debit cards at the harbour');
const ofKids = featureReader(HEADING_FEATURES, base, 'kids on boats');

describe('what stands above a fact', () => {
  test.each([
    ['heading.asks', 'At the office of the master.', 1],
    ['heading.asks', 'They stay free.', 0],
    ['heading.said by any', 'At the office of the master.', 1],
    ['heading.asked of it', 'At the office of the master.', 1],
    ['heading.asked of it', 'They stay free.', 0],
    ['heading.is first below', 'At the office of the master.', 1],
    ['heading.is first below', 'It is open from nine.', 0],
    ['heading.depth', 'At the office of the master.', 0.5],
    ['heading.depth', 'Boats are welcome.', 0],
    ['heading.is item', 'a debit card', 1],
    ['heading.is item', 'They stay free.', 0],
    ['heading.is head', 'Boat | Price', 1],
    ['heading.is row', 'small | 5 €', 1],
    ['heading.is code', 'small | 5 €', 0],
  ])('is known by “%s”: “%s” %d', (name, sentence, value) => {
    expect(ofFees(name, sentence)).toBeCloseTo(value, 6);
  });

  test('says some of what is asked in its innermost heading, the rest above', () => {
    const innermost = ofFees('heading.said', 'At the office of the master.');
    expect(innermost).toBeGreaterThan(0);
    expect(innermost).toBeLessThan(1);
  });

  test('counts the title, the lead and the rest of the section', () => {
    expect(ofCards('heading.title said', 'a debit card')).toBeGreaterThan(0);
    expect(ofCards('heading.lead said', 'a debit card')).toBeGreaterThan(0);
    expect(ofCards('heading.all said', 'a debit card')).toBeCloseTo(1, 6);
    expect(ofCards('heading.section said', 'It is open from nine.')).toBeGreaterThan(0);
    expect(ofCards('heading.section said', 'They stay free.')).toBe(0);
  });

  test('may say it in other words', () => {
    expect(ofKids('heading.said', 'They stay free.')).toBe(0);
    expect(ofKids('heading.aligned', 'They stay free.')).toBeGreaterThan(
      ofKids('heading.aligned', 'At the office of the master.') + 0.1,
    );
  });
});
