import { describe, expect, it, test } from 'vitest';
import { WORD_FEATURES } from '../../../src/answering/ranking/word-features.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { stem } from '../../../src/text/stems.ts';
import { baseOf, plainArticle } from '../../articles.ts';
import { featureReader } from './feature-values.ts';

const wordsOf = (base: FactBase, asked: string) => featureReader(WORD_FEATURES, base, asked);

describe('of the words asked, a sentence', () => {
  const base = baseOf(
    'Anna opened the bakery.',
    'The bakery closed.',
    'Anna opened a shop.',
    'It rained.',
    'We met Anna and Bob.',
  );
  const of = wordsOf(base, 'Did Anna open the bakery?');
  const weightOf = (...words: readonly string[]) =>
    words.map((word) => base.idf(stem(word))).reduce((sum, weight) => sum + weight);

  it('says some, telling words counting more', () => {
    const all = weightOf('anna', 'opened', 'bakery');
    expect(of('words.said', 'Anna opened the bakery.')).toBeCloseTo(1);
    expect(of('words.said', 'The bakery closed.')).toBeCloseTo(weightOf('bakery') / all);
    expect(of('words.said', 'It rained.')).toBe(0);
  });

  it('says all, or not', () => {
    expect(of('words.all said', 'Anna opened the bakery.')).toBe(1);
    expect(of('words.all said', 'Anna opened a shop.')).toBe(0);
  });

  it('leaves out a word, the more telling the worse', () => {
    const rare = wordsOf(base, 'Did Anna open the shop?');
    expect(of('words.rarest unsaid', 'Anna opened the bakery.')).toBe(0);
    expect(of('words.rarest unsaid', 'It rained.')).toBeCloseTo(1);
    expect(rare('words.rarest unsaid', 'Anna opened the bakery.')).toBeCloseTo(1);
    expect(wordsOf(base, 'the bakery shop')('words.rarest unsaid', 'Anna opened a shop.')).toBeCloseTo(
      weightOf('bakery') / weightOf('shop'),
    );
  });

  it('says its names, or none where none is asked', () => {
    const asked = wordsOf(base, 'did the bakery of anna close?');
    expect(asked('words.names said', 'Anna opened a shop.')).toBe(1);
    expect(asked('words.names said', 'The bakery closed.')).toBe(0);
    const two = wordsOf(base, 'Did the bakery of Anna and Bob close?');
    expect(two('words.names said', 'Anna opened a shop.')).toBe(0.5);
    expect(two('words.names said', 'It rained.')).toBe(0);
    expect(wordsOf(base, 'did the bakery close')('words.names said', 'Anna opened a shop.')).toBe(0.5);
  });

  it('has names in its paragraph', () => {
    const around = wordsOf(
      baseOf('Then Anna came. The bakery closed.', 'It rained.'),
      'Which bakery did Anna open?',
    );
    expect(around('words.names said around', 'The bakery closed.')).toBe(1);
    expect(around('words.names said', 'The bakery closed.')).toBe(0);
    expect(around('words.names said around', 'It rained.')).toBe(0);
  });
});

describe('what a sentence need not say', () => {
  const base = new FactBase([
    plainArticle(
      'Lisbon',
      'Anna opened a bakery. She sold bread there. Bread was cheap. She sold bread again.',
    ),
    plainArticle('Notes', 'Bread was dear.'),
  ]);

  test('stands in the title', () => {
    const of = wordsOf(base, 'the bread of Lisbon');
    for (const name of ['words.said or in title', 'words.said or inherited', 'words.said around']) {
      expect(of(name, 'Bread was cheap.')).toBeCloseTo(1);
      expect(of(name, 'Bread was dear.')).toBeLessThan(1);
    }
    expect(of('words.said', 'Bread was cheap.')).toBeLessThan(1);
  });

  test('is inherited from the sentence just before by one that opens with a pronoun', () => {
    const of = wordsOf(base, 'the bread of Anna');
    expect(of('words.said or inherited', 'She sold bread there.')).toBeCloseTo(1);
    expect(of('words.said or inherited', 'Bread was cheap.')).toBeLessThan(1);
    expect(of('words.said or inherited', 'She sold bread again.')).toBeLessThan(1);
    expect(of('words.said or in title', 'She sold bread there.')).toBeLessThan(1);
  });

  test('stands in its paragraph', () => {
    const of = wordsOf(base, 'the bread of Anna');
    expect(of('words.said around', 'Bread was cheap.')).toBeCloseTo(1);
    expect(of('words.said around', 'Bread was dear.')).toBeLessThan(1);
  });

  test('is told of by a pronoun among its first four words', () => {
    const four = baseOf('Every morning at nine he sells bread.', 'At nine then he sells bread.');
    const of = wordsOf(four, 'bread');
    expect(of('words.opens with pronoun', 'At nine then he sells bread.')).toBe(1);
    expect(of('words.opens with pronoun', 'Every morning at nine he sells bread.')).toBe(0);
  });

  test('is not told of by a pronoun that much stands before', () => {
    const long = `${'Bread'.repeat(18)} he sold.`;
    const of = wordsOf(baseOf(long, 'Bread sold.'), 'bread sold');
    expect(of('words.opens with pronoun', long)).toBe(0);
  });

  test('counts apart where the sentence opens with a pronoun', () => {
    const of = wordsOf(base, 'the bread of Lisbon');
    const name = 'words.opens with pronoun, said or in title';
    expect(of(name, 'She sold bread there.')).toBeCloseTo(1);
    expect(of(name, 'Bread was cheap.')).toBe(0);
  });

  test('is said by the one after it', () => {
    const of = wordsOf(baseOf('Bread was dear. Anna came.', 'Anna sold bread.'), 'Anna');
    expect(of('words.said in the next', 'Bread was dear.')).toBe(1);
    expect(of('words.said in the next', 'Anna came.')).toBe(0);
    const both = wordsOf(baseOf('Anna sold bread. Anna came.'), 'Anna');
    expect(both('words.said in the next', 'Anna sold bread.')).toBe(0);
  });
});

describe('a word counts by how near it is said', () => {
  const base = new FactBase([
    plainArticle(
      'Notes',
      'It hailed. Anna came. One sang. Two sang. Three sang. Four sang. Five sang.',
      'It snowed.',
    ),
    plainArticle('Anna', 'It rained.'),
  ]);
  const of = wordsOf(base, 'Anna');

  test.each([
    ['Anna came.', 1],
    ['One sang.', 0.8],
    ['Two sang.', 0.6],
    ['Three sang.', 0.45],
    ['Four sang.', 0.35],
    ['Five sang.', 0.25],
    ['It hailed.', 0.25],
    ['It rained.', 0.7],
    ['It snowed.', 0],
  ])('for “%s” %d', (sentence, nearness) => expect(of('words.said near', sentence)).toBeCloseTo(nearness));
});

describe('the words of a question and of a sentence stand', () => {
  const base = baseOf(
    'Red tower harbour.',
    'Harbour tower red.',
    'The red old tower looks over the old harbour.',
    'There stood for a long time red stones.',
    'There stood for a time red stones.',
  );
  const of = wordsOf(base, 'the red tower harbour');

  test.each([
    ['words.in order', 'Red tower harbour.', 1],
    ['words.in order', 'Harbour tower red.', 1 / 3],
    ['words.in order', 'The red old tower looks over the old harbour.', 1],
    ['words.side by side', 'Red tower harbour.', 1],
    ['words.side by side', 'Harbour tower red.', 0],
    ['words.side by side', 'The red old tower looks over the old harbour.', 1 / 2],
    ['words.spread', 'Harbour tower red.', 1],
    ['words.spread', 'The red old tower looks over the old harbour.', 3 / 8],
    ['words.run', 'Red tower harbour.', 3 / 4],
    ['words.run', 'The red old tower looks over the old harbour.', 2 / 4],
    ['words.run', 'Harbour tower red.', 1 / 4],
    ['words.said early', 'There stood for a time red stones.', 1],
    ['words.said early', 'There stood for a long time red stones.', 0],
  ])('as “%s” of “%s”: %d', (name, sentence, value) => expect(of(name, sentence)).toBeCloseTo(value));

  test('in a run of which two words out of two say as little as two out of three', () => {
    expect(wordsOf(base, 'red tower')('words.run', 'Red tower harbour.')).toBeCloseTo(2 / 3);
  });
});

describe('other forms of a word', () => {
  const base = baseOf('The baker came.', 'A customs officer sang.', 'The bakery closed.', 'Bad weather.');

  test('have its letters, four in a row', () => {
    const of = wordsOf(base, 'bakery');
    expect(of('words.letters said', 'The bakery closed.')).toBe(1);
    expect(of('words.letters said', 'The baker came.')).toBeCloseTo(3 / 5);
    expect(of('words.letters said', 'Bad weather.')).toBe(0);
  });

  test('begin with its first five letters, of which there are three at least', () => {
    const of = wordsOf(base, 'baker customary');
    expect(of('words.beginnings said', 'The bakery closed.')).toBeGreaterThan(0);
    expect(of('words.beginnings said', 'A customs officer sang.')).toBeGreaterThan(0);
    expect(of('words.beginnings said', 'Bad weather.')).toBe(0);
    expect(wordsOf(base, 'baker ba')('words.beginnings said', 'Bad weather.')).toBe(0);
  });
});
