import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticleView, splitIntoRuns } from '../../../src/playground/views/article-views.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { readArticlePage } from '../../../src/serving/asking/article-page.ts';
import { markdownArticle } from '../../articles.ts';

/** Spans in a text that do not overlap, in reading order. */
const spans = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
  .map((edges) => [...new Set(edges)].toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((start, index) => {
      const end = edges[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    }),
  );

describe('the runs of a paragraph', () => {
  test('are the paragraph, and each is in the fact and the link that hold it', () => {
    const text = 'x'.repeat(60);
    fc.assert(
      fc.property(spans, spans, (factSpans, linkSpans) => {
        const facts = factSpans.map((span, index) => ({ ...span, id: `fact ${index}` }));
        const links = linkSpans.map((span, index) => ({ ...span, address: `https://a.example/${index}` }));
        const runs = splitIntoRuns(text, { start: 0, end: text.length, facts, links });
        expect(runs.map((run) => run.text).join('')).toBe(text);
        let at = 0;
        for (const run of runs) {
          const holds = ({ start, end }: { start: number; end: number }): boolean => start <= at && at < end;
          expect(run.factId).toBe(facts.find(holds)?.id ?? null);
          expect(run.address).toBe(links.find(holds)?.address ?? null);
          at += run.text.length;
        }
      }),
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'x'])(
    '%s opens nothing',
    (address) => {
      const links = [{ start: 0, end: 1, address }];
      expect(splitIntoRuns('ab', { start: 0, end: 2, facts: [], links })[0]?.address).toBeNull();
    },
  );
});

const NOTES = `---
title: Notes
published: 2020-01-01
aliases:
  ILL: inter-library loan
---

Above. All.

## Section

- one
- two

| World | Version |
|---|---|
| Skyblock | [1.21](https://a.example) |

### Deeper

\`\`\`
code
\`\`\`
`;

describe('the view of an article', () => {
  const base = FactBase.build([markdownArticle('notes.md', NOTES)]);
  const page = readArticlePage(base, { path: 'notes.md', aroundFactId: null, from: 0 });

  test('has its headings where they begin, its rows as cells, and the facts in it', () => {
    const view = page && buildArticleView(page, [], Date.parse('2026-01-01'));
    expect(view?.blocks.map((block) => block.kind)).toEqual([
      'text',
      'heading',
      'item',
      'item',
      'head',
      'row',
      'heading',
      'code',
    ]);
    expect(view?.blocks[0]).toMatchObject({ runs: [{ text: 'Above.' }, { factId: null }, { text: 'All.' }] });
    expect(view?.blocks[5]).toMatchObject({
      cells: [[{ text: 'Skyblock' }], [{ text: '1.21', address: 'https://a.example/' }]],
    });
    expect(view?.hints).toEqual(['Aliases: ILL = inter-library loan']);
    expect(view?.details).toContain('outdated');
  });

  test('has the problems of its own file alone', () => {
    const problems = ['notes.md', 'other.md'].map((path) => ({
      path,
      kind: 'warning' as const,
      line: 3,
      cause: { code: 'struck', moreLines: 0 } as const,
    }));
    const view = page && buildArticleView(page, problems, 0);
    expect(view?.problems.map(({ location, kindWords }) => [location, kindWords])).toEqual([
      ['notes.md:3', 'left out'],
    ]);
  });
});
