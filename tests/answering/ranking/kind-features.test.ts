import { describe, expect, it, test } from 'vitest';
import { KIND_FEATURES } from '../../../src/answering/ranking/kind-features.ts';
import { baseOf } from '../../articles.ts';
import { featureReader } from './feature-values.ts';

const LONG = 'The tower that masons of the old town once built for its bishop is tall.';
const base = baseOf(
  'Who built the tower? “Masons”, it is told. The tower (of stone) was built by masons.',
  LONG,
  'Towers fall. The tower fell. They came. Two. Three. Four. Five. Six. Seven. Eight.',
  'Cows are brown. A tower of twenty-nine signs! A tower of thirty signs falls.',
);
const of = featureReader(KIND_FEATURES, base, 'What is the tower?');

describe('a sentence', () => {
  test.each([
    ['kind.asks itself', 'Who built the tower?', 1],
    ['kind.asks itself', LONG, 0],
    ['kind.is first', 'Who built the tower?', 1],
    ['kind.is first', 'The tower (of stone) was built by masons.', 0],
    ['kind.is short', 'Towers fall.', 1],
    ['kind.is short', 'A tower of twenty-nine signs!', 1],
    ['kind.is short', 'A tower of thirty signs falls.', 0],
    ['kind.quotes', '“Masons”, it is told.', 1],
    ['kind.quotes', LONG, 0],
    ['kind.brackets', 'The tower (of stone) was built by masons.', 1],
    ['kind.brackets', LONG, 0],
    ['kind.length', LONG, Math.log(73) / 5],
    ['kind.place', 'Towers fall.', 1 / 8],
    ['kind.place', 'The tower fell.', 2 / 8],
    ['kind.place', 'Eight.', 1],
  ])('is known by “%s”: “%s” %d', (name, sentence, value) =>
    expect(of(name, sentence)).toBeCloseTo(value, 6),
  );

  it('defines where it tells of a word asked what it is', () => {
    expect(of('kind.defines', 'The tower (of stone) was built by masons.')).toBe(1);
    expect(of('kind.defines', 'The tower fell.')).toBe(0);
    expect(of('kind.defines', 'Cows are brown.')).toBe(0);
  });

  it('defines only where a thing or a person is asked for, in a few words', () => {
    const STONE = 'The tower (of stone) was built by masons.';
    const asked = (question: string) => featureReader(KIND_FEATURES, base, question)('kind.defines', STONE);
    expect(asked('Who was in the tower?')).toBe(1);
    expect(asked('When was the tower built?')).toBe(0);
    expect(asked('What did masons of the old town build, a tower of stone?')).toBe(0);
  });

  it('defines within its first words', () => {
    expect(of('kind.defines', LONG)).toBe(0);
  });
});

// Under the flags `i` and `u` V8 takes ι for a letter and for none: as one pattern this took minutes from 40 of them on.
describe('what repeats letters that have an odd upper or lower case', () => {
  test.each(Array.from('ιΙιͅſKİıßσς'))('is read in no time: %s', (letter) => {
    const text = `Wordlet ${letter.repeat(900)} end.`;
    const letters = featureReader(KIND_FEATURES, baseOf(text), 'What is wordlet?');
    expect(letters('kind.defines', text)).toBe(0);
  });
});
