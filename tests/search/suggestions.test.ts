import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Suggestions } from '../../src/search/suggestions.ts';
import { markdownArticle, plainArticle } from '../articles.ts';

const WHEN = 'When was the meeting on international cooperation held?';
const HOW_MANY = 'How many representative offices does Russian customs have abroad?';
const suggestions = new Suggestions([
  markdownArticle(
    'a.md',
    `---\ntitle: Russian customs\npinned:\n  - ${WHEN}\n  - ${HOW_MANY}\n---\n\nText.\n`,
  ),
  markdownArticle('b.md', `---\ntitle: How do tomatoes grow?\npinned:\n  - ${WHEN}\n---\n\nText.\n`),
]);

describe('what a base can be asked', () => {
  it('is a pinned question, whatever the order of the words and with typos', () => {
    expect(suggestions.closest('offices abroad representative', 3)[0]).toBe(HOW_MANY);
    expect(suggestions.closest('international coperation meting', 3)[0]).toBe(WHEN);
  });

  it('is a title that asks, and no other', () => {
    expect(suggestions.closest('tomatoes', 3)).toEqual(['How do tomatoes grow?']);
    expect(suggestions.closest('Russian customs', 3)).not.toContain('Russian customs');
  });

  it('is named once, though two articles pin it', () => {
    expect(suggestions.closest(WHEN, 10).filter((text) => text === WHEN)).toHaveLength(1);
  });

  it('is nothing for what no article is about', () => {
    expect(suggestions.closest('xylophone zebra', 3)).toEqual([]);
    expect(suggestions.closest('', 3)).toEqual([]);
  });

  it('is at most as many as wanted, out of its own questions, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(WHEN, 'customs', '__proto__', '(.*')),
        fc.nat(3),
        (text, limit) => {
          const closest = suggestions.closest(text, limit);
          expect(closest.length).toBeLessThanOrEqual(limit);
          for (const each of closest) expect([WHEN, HOW_MANY, 'How do tomatoes grow?']).toContain(each);
        },
      ),
    );
  });

  it('may be nothing but a question of the article’s own', () => {
    const tomatoes = plainArticle('Tomatoes', 'How do tomatoes grow? By the sun.');
    expect(new Suggestions([tomatoes]).closest('tomatos', 1)).toEqual(['How do tomatoes grow?']);
  });
});
