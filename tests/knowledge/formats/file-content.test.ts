import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveTitle } from '../../../src/knowledge/formats/file-content.ts';

describe('the title made for an article without one', () => {
  test.each([
    ['what-to-bring.md', 'What to bring'],
    ['guides/server_hosting.mdx', 'Server hosting'],
    ['faq/_index.md', 'Faq'],
    ['getting-started/README.md', 'Getting started'],
    ['index.md', 'Index'],
    ['./server/index.md', 'Server'],
    ['_posts/2024-05-01-summer-party.md', 'Summer party'],
    ['01-introduction.md', 'Introduction'],
    ['2024.md', '2024'],
    ['правила.md', 'Правила'],
    ['v1.2.md', 'V1.2'],
    ['-.md', '-'],
  ])('of %s is %s', (path, title) => {
    expect(deriveTitle(path)).toBe(title);
  });

  test('is never empty, nor longer than a title may be', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }), (path) => {
        const title = deriveTitle(path);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
