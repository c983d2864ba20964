import { describe, expect, test } from 'vitest';
import type { PassageLine } from '../../../../src/answering/passage/passage.ts';
import { toArticleInfo } from '../../../../src/knowledge/article/article.ts';
import { findMissingParts } from '../../../../src/measuring/evaluation/measures/missing-parts.ts';
import { markdownArticle } from '../../../articles.ts';

const ARTICLE = markdownArticle(
  'camp.md',
  `# Camp

The following things are not allowed:

- Drones
- Fires
  - Candles

## Bus

1. Take line 12.
2. Get off.
3. Walk.

## Prices

| Meal | Price |
|---|---|
| Dinner | 9 euros |

## Start

It is a dog. Run this:

\`\`\`
npm start
\`\`\`
`,
);

interface Seen {
  readonly shown: readonly string[];
  readonly left?: number;
}

/** What a passage lacks that shows the facts which begin so. */
function lacking({ shown: beginnings, left = 0 }: Seen) {
  const facts = beginnings.map((beginning) => {
    const fact = ARTICLE.facts.find(({ text }) => text.startsWith(beginning));
    if (fact === undefined) throw new RangeError(beginning);
    return fact;
  });
  const lines: readonly PassageLine[] = facts.map(({ text }) => ({
    kind: 'text',
    marker: '',
    text: text.startsWith('Dinner') && left < 0 ? 'Meal: Dinner · Price: 9 euros' : text,
    links: [],
    answer: null,
  }));
  return findMissingParts(ARTICLE, {
    kind: 'section',
    article: toArticleInfo(ARTICLE),
    headings: [],
    lines,
    factIds: facts.map(({ id }) => id),
    left: Math.max(0, left),
    picture: null,
  });
}

const LEAD = 'The following things';
const NAMED_COLUMNS = -1;

describe('a passage lacks', () => {
  test.each<[string, Seen, readonly string[]]>([
    ['the lead of an item alone', { shown: ['Drones'] }, ['lead']],
    ['nothing of an item with its lead', { shown: [LEAD, 'Drones'] }, []],
    ['the item around an inner one', { shown: [LEAD, 'Candles'] }, ['lead']],
    ['nothing of an inner item with the one around it', { shown: [LEAD, 'Fires', 'Candles'] }, []],
    ['what a lead alone introduces', { shown: [LEAD] }, ['introduced']],
    ['the code below its lead', { shown: ['Run this'] }, ['introduced']],
    ['nothing of code with its lead', { shown: ['Run this', 'npm start'] }, []],
    ['nothing of a sentence before a lead', { shown: ['It is a dog.'] }, []],
    ['the header of a row', { shown: ['Dinner'] }, ['header']],
    ['nothing of a row below its header', { shown: ['Meal', 'Dinner'] }, []],
    ['nothing of a row with the names of its columns', { shown: ['Dinner'], left: NAMED_COLUMNS }, []],
    ['the steps that follow', { shown: ['Take line', 'Get off'] }, ['steps']],
    ['the steps before', { shown: ['Get off', 'Walk'], left: 1 }, ['steps']],
    [
      'nothing of steps that are cut at the end, and say so',
      { shown: ['Take line', 'Get off'], left: 1 },
      [],
    ],
    ['nothing of all steps', { shown: ['Take line', 'Get off', 'Walk'] }, []],
    ['several things', { shown: ['Drones', 'Get off', 'Dinner'] }, ['lead', 'steps', 'header']],
  ])('%s', (_, seen, missing) => {
    expect(lacking(seen)).toEqual(missing);
  });
});
