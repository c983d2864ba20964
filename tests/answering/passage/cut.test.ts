import { describe, expect, test } from 'vitest';
import { countLeft, cutPieces } from '../../../src/answering/passage/cut.ts';
import { takeParagraphs } from '../../../src/answering/passage/pieces.ts';
import { markdownArticle } from '../../articles.ts';

function cut(text: string, maxChars: number): { readonly shown: readonly string[]; readonly left: number } {
  const article = markdownArticle('cut.md', `# Cut\n\n${text}\n`);
  const whole = takeParagraphs(article, { from: 0, to: article.paragraphs.length });
  const { pieces, rest } = cutPieces(article, whole, maxChars);
  const shown = pieces.map(({ paragraph, start, end }) => paragraph.text.slice(start, end));
  return { shown, left: countLeft(article, rest) };
}

describe('a passage that is too long', () => {
  test('is cut after a sentence', () => {
    expect(cut('One is so. Two is so. Three is so.', 24)).toEqual({
      shown: ['One is so. Two is so.'],
      left: 1,
    });
  });

  test('is cut before an item, and each item counts once', () => {
    const items = '- One is so. It is.\n- Two is so. It is.\n\n  And it goes on. It does.\n- Three.';
    expect(cut(items, 21)).toEqual({ shown: ['One is so. It is.'], left: 2 });
  });

  test('is cut inside an item that is longer than the limit', () => {
    expect(cut('- One is so. It is. And so.', 18)).toEqual({ shown: ['One is so. It is.'], left: 1 });
  });

  test('is cut after a line of code', () => {
    expect(cut('```\none\ntwo\nthree\nfour\n```', 9)).toEqual({ shown: ['one\ntwo'], left: 2 });
  });

  test('is cut between rows, whose header counts for nothing', () => {
    const table = '| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |';
    expect(cut(table, 12)).toEqual({ shown: ['a | b', '1 | 2'], left: 2 });
    expect(cut(table, 3)).toEqual({ shown: [], left: 3 });
  });

  test('is not cut if it just fits', () => {
    const text = 'One is so.';
    expect(cut(text, 11)).toEqual({ shown: [text], left: 0 });
    expect(cut(text, 10)).toEqual({ shown: [], left: 1 });
    expect(cut(`${text}\n\nTwo.`, 16)).toEqual({ shown: [text, 'Two.'], left: 0 });
    expect(cut(`${text}\n\nTwo.`, 15)).toEqual({ shown: [text], left: 1 });
  });
});
