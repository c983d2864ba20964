import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/knowledge/markdown/markdown.ts';
import { estimateCost } from '../../src/knowledge/markdown/markdown-cost.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { mixture, SLOW_MARKDOWN } from './slow-markdown.ts';

const SHORT = 2_000;
const LONG = 4 * SHORT;
/** Additional time that one reading may take under load. Quadratic time exceeds it. */
const SPARE_MS = 130;

function read(body: string) {
  return readMarkdown({ body, bodyLine: 1 }, 'Title');
}

describe('text that is slow to parse is read in time that grows with its length, or rejected', () => {
  test.each(Object.entries(SLOW_MARKDOWN))('%s', (_, make) => {
    const [short, long] = [make(SHORT), make(LONG)];
    read(short);
    const once = cpuMsOf(() => read(short));
    // Other test workers share the cores and their caches, so the better of two measurements counts.
    const fourTimes = Math.min(...[1, 2].map(() => cpuMsOf(() => read(long))));
    // Linear time would be four times as long. Quadratic time would be sixteen times as long, which single paragraphs
    // may take within the limit's estimate.
    const reckonedMs = estimateCost(long) / 1000;
    expect(fourTimes).toBeLessThan(Math.max(10 * once, 4 * reckonedMs) + SPARE_MS);
  });
});

describe('so are mixtures', () => {
  const all = Object.entries(SLOW_MARKDOWN);
  // Pairs each construct with the one a third of the list further on.
  const pairs = all.slice(0, 12).map(([name, make], index) => {
    const [otherName, other] = all[(index + all.length / 3) | 0] ?? ['', make];
    return [`${name}, ${otherName}`, make, other] as const;
  });

  test.each(pairs)('%s', (_, one, other) => {
    const [short, long] = [mixture(one, other, SHORT), mixture(one, other, LONG)];
    read(short);
    const once = cpuMsOf(() => read(short));
    const reckonedMs = estimateCost(long) / 1000;
    expect(cpuMsOf(() => read(long))).toBeLessThan(Math.max(10 * once, 4 * reckonedMs) + SPARE_MS);
  });
});

describe('text that would take longer than two seconds', () => {
  test.each([
    'setext headings',
    'headings',
    'short paragraphs',
    'loose lists',
    'tasks',
    'nested lists',
    'footnotes',
    'tables',
    'links',
    'emphasis',
    'tags',
  ])('of nothing but %s is rejected first, with the line where it becomes too much', (name) => {
    const result = read(SLOW_MARKDOWN[name]?.(900_000) ?? '');
    expect(result).toMatchObject({ kind: 'problem', problem: { kind: 'skipped', line: expect.any(Number) } });
  });
});

describe('ordinary text is read', () => {
  const sentence = 'The office opens at nine and closes at five, except on [holidays](https://example.org). ';
  test.each([
    ['a book chapter of 1 MB', `${sentence.repeat(8)}\n\n`.repeat(1400)],
    [
      'a price table of 2,000 rows',
      `| Item | Price | Unit | Note |\n|-|-|-|-|\n${'| **Tea** | 5 € | cup | `new` |\n'.repeat(2000)}`,
    ],
    [
      'a changelog of 3,000 items',
      `## 1.0\n\n${`- Fix *one* thing in \`code\`, see [#1](x)\n`.repeat(3000)}`,
    ],
    [
      'a list of 1,000 questions',
      `### When does it open?\n\n${sentence}\n\n- ${sentence}\n- ${sentence}\n\n`.repeat(1000),
    ],
  ])(
    '%s',
    (_, body) => {
      expect(read(body)).toMatchObject({ kind: 'blocks' });
    },
    120_000,
  );
});
