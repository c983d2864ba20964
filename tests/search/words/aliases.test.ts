import { describe, expect, test } from 'vitest';
import { Aliases } from '../../../src/search/words/aliases.ts';
import { markdownArticle } from '../../articles.ts';

function article(path: string, ...lines: readonly string[]) {
  return markdownArticle(
    path,
    `---\ntitle: A\naliases:\n${lines.map((line) => `  ${line}\n`).join('')}---\n\nText.\n`,
  );
}

const CCD = article('a.md', 'CCD: Customs Cooperation Directorate');

describe('the aliases of a base', () => {
  test('lead from the short form to the long one, and to its stems', () => {
    const aliases = new Aliases([CCD]);
    expect(aliases.findStems('ccd')).toEqual(['custom', 'cooper', 'director']);
    expect(aliases.findLongForm('ccd')).toBe('Customs Cooperation Directorate');
  });

  test('combine the long forms of several articles, and write out the first', () => {
    const aliases = new Aliases([CCD, article('b.md', 'CCD: Cameras')]);
    expect(aliases.findStems('ccd')).toEqual(['custom', 'cooper', 'director', 'camera']);
    expect(aliases.findLongForm('ccd')).toBe('Customs Cooperation Directorate');
  });

  test('do not let one word of a short form stand for the whole', () => {
    const aliases = new Aliases([
      article('a.md', 'Russian FCS: Federal Customs Service of Russia', 'FTS: Federal Tax Service'),
    ]);
    expect(['russian', 'fcs', 'fts'].map((short) => aliases.findStems(short))).toEqual([
      [],
      [],
      ['feder', 'tax', 'servic'],
    ]);
    expect(aliases.findLongForm('fcs')).toBeNull();
  });

  test('need a word in the short form', () => {
    expect(new Aliases([article('a.md', '"🙂": Smile')]).findLongForm('🙂')).toBeNull();
  });
});
