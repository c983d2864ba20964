import { describe, expect, test } from 'vitest';
import { Aliases } from '../../../src/search/words/aliases.ts';

const CCD = { short: 'CCD', long: 'Customs Cooperation Directorate' };

describe('the aliases of a base', () => {
  test('lead from the short form to the long one, and to its stems', () => {
    const aliases = new Aliases([CCD]);
    expect(aliases.findStems('ccd')).toEqual(['custom', 'cooper', 'director']);
    expect(aliases.findLongForm('ccd')).toBe('Customs Cooperation Directorate');
  });

  test('combine the long forms of a short one, and write out the first', () => {
    const aliases = new Aliases([CCD, { short: 'CCD', long: 'Cameras' }]);
    expect(aliases.findStems('ccd')).toEqual(['custom', 'cooper', 'director', 'camera']);
    expect(aliases.findLongForm('ccd')).toBe('Customs Cooperation Directorate');
  });

  test('do not let one word of a short form stand for the whole', () => {
    const aliases = new Aliases([
      { short: 'Russian FCS', long: 'Federal Customs Service of Russia' },
      { short: 'FTS', long: 'Federal Tax Service' },
    ]);
    expect(['russian', 'fcs', 'fts'].map((short) => aliases.findStems(short))).toEqual([
      [],
      [],
      ['feder', 'tax', 'servic'],
    ]);
    expect(aliases.findLongForm('fcs')).toBeNull();
  });

  test('need a word in the short form', () => {
    expect(new Aliases([{ short: '🙂', long: 'Smile' }]).findLongForm('🙂')).toBeNull();
  });
});
