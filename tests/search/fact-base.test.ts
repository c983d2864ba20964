import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FactBase } from '../../src/search/fact-base.ts';
import type { Candidate, Match } from '../../src/search/index/candidate.ts';
import { splitWords } from '../../src/text/words/words.ts';
import { baseOf, markdownArticle, plainArticle } from '../articles.ts';

function find(base: FactBase, question: string, limit = 10): readonly Candidate[] {
  return base.find(base.readTerms(splitWords(question)), limit);
}

function textsOf(matches: readonly Match[]): string[] {
  return matches.map(({ fact }) => fact.text);
}

describe('a fact base', () => {
  test('ranks the fact that says most of the question first', () => {
    const base = baseOf('The meeting was short. The meeting was held in Moscow. Offices are abroad.');
    expect(textsOf(find(base, 'meeting Moscow'))[0]).toBe('The meeting was held in Moscow.');
  });

  test('prefers rare words to frequent ones', () => {
    const base = baseOf('Customs one.', 'Customs two.', 'Customs three.', 'Zebras four.');
    expect(textsOf(find(base, 'customs zebras'))[0]).toBe('Zebras four.');
  });

  test('lets the paragraph tell facts apart that say the same', () => {
    const base = baseOf('It has eight rooms. Berlin is far.', 'It has nine rooms. Moscow is near.');
    expect(textsOf(find(base, 'How many rooms in Moscow?', 2))).toContain('It has nine rooms.');
    const rooms = textsOf(find(base, 'rooms Moscow')).filter((text) => text.includes('rooms'));
    expect(rooms).toEqual(['It has nine rooms.', 'It has eight rooms.']);
  });

  test('lets the title tell facts apart that say the same', () => {
    const base = FactBase.build([
      plainArticle('Berlin', 'It has many rooms.'),
      plainArticle('Moscow', 'It has many rooms.'),
    ]);
    expect(find(base, 'rooms in Moscow').map(({ article }) => article.title)).toEqual(['Moscow', 'Berlin']);
  });

  test('finds facts of a given article alone, and fills up from that one only', () => {
    const berlin = plainArticle('Berlin', 'It has many rooms. The roof is green.');
    const moscow = plainArticle('Moscow', 'It has many rooms. The roof is red.');
    const base = FactBase.build([berlin, moscow]);
    const terms = base.readTerms(splitWords('rooms in Berlin'));
    const pathsWithin = (within: string): readonly string[] =>
      base.find(terms, 10, { atLeast: 10, within }).map(({ fact }) => fact.path);
    expect(pathsWithin(moscow.path)).toEqual([moscow.path, moscow.path]);
    expect(pathsWithin(berlin.path)).toEqual([berlin.path, berlin.path]);
    expect(pathsWithin('rome.txt')).toEqual([]);
  });

  test('counts what an article says in its facts or its title', () => {
    const base = FactBase.build([
      plainArticle('Berlin', 'It has many rooms.'),
      plainArticle('Moscow', 'The roof is red.'),
    ]);
    expect(base.countSaid('berlin.txt', ['berlin', 'room', 'roof', 'zebra'])).toBe(2);
    expect(base.countSaid('moscow.txt', ['berlin', 'room', 'roof', 'zebra'])).toBe(1);
    expect(base.countSaid('rome.txt', ['roof'])).toBe(0);
  });

  test('lets a heading find the facts under it', () => {
    const base = FactBase.build([
      markdownArticle('a.md', '---\ntitle: A\n---\n\n## Opening hours\n\nFrom nine to five.\n'),
    ]);
    expect(textsOf(find(base, 'opening'))).toEqual(['From nine to five.']);
  });

  test('finds by a title alone the facts of its article, in their order', () => {
    const base = FactBase.build([
      plainArticle('Moscow', 'It has rooms. It grows.'),
      plainArticle('Bonn', 'It shrinks.'),
    ]);
    expect(textsOf(find(base, 'Moscow'))).toEqual(['It has rooms.', 'It grows.']);
  });

  test('finds facts with the long form of an alias, after those with the short one', () => {
    const base = FactBase.build([
      markdownArticle(
        'a.md',
        '---\ntitle: A\naliases:\n  CCD: Customs Cooperation Directorate\n---\n\nThe Directorate grew.\n\nThe CCD shrank.\n',
      ),
    ]);
    expect(textsOf(find(base, 'CCD'))).toEqual(['The CCD shrank.', 'The Directorate grew.']);
  });

  test('tells which words a fact says, and which are said around it', () => {
    const base = FactBase.build([plainArticle('Moscow', 'It has rooms. The meeting ended.')]);
    const match = find(base, 'rooms meetings Moscow').find(({ fact }) => fact.text === 'It has rooms.');
    expect(match?.said).toEqual(new Set([0]));
    expect(match?.saidAround).toEqual(new Set([0, 1, 2]));
  });

  test('knows its words in any form and no others', () => {
    const base = baseOf('The meetings.');
    expect(base.knowsWord('meeting')).toBe(true);
    expect(base.knowsWord('meat')).toBe(false);
  });

  test('corrects no word into a function word', () => {
    const base = baseOf('It slept while others worked.');
    expect(base.readTerms(splitWords('whale worekd'))).toMatchObject([
      { kind: 'missing', folded: 'whale' },
      { kind: 'corrected', folded: 'worked' },
    ]);
  });

  test('counts a word that no fact holds as the most telling', () => {
    const base = baseOf('Customs one.', 'Customs two.');
    expect(base.idf('xylophon')).toBeGreaterThan(base.idf('one'));
    expect(base.idf('one')).toBeGreaterThan(base.idf('custom'));
    expect(base.idf('custom')).toBeGreaterThan(0);
  });

  test('may be empty', () => {
    const base = FactBase.build([]);
    expect(base.facts).toEqual([]);
    expect(find(base, 'anything at all')).toEqual([]);
  });
});

describe('the matches', () => {
  const word = fc.constantFrom('apple', 'pear', 'plum', 'fig', 'nut');
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 5 })
    .map((words) => `It has ${words.join(' ')}.`);
  const bases = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

  test('are the best of all facts, best first, in reading order where they are equal', () => {
    fc.assert(
      fc.property(bases, fc.array(word), fc.nat(8), (paragraphs, words, limit) => {
        const base = baseOf(...paragraphs.map((sentences) => sentences.join(' ')));
        const all = find(base, words.join(' '), base.facts.length);
        const placeOf = ({ fact }: Match): number => base.facts.indexOf(fact);
        expect(all).toEqual(all.toSorted((a, b) => b.score - a.score || placeOf(a) - placeOf(b)));
        expect(find(base, words.join(' '), limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  test('are exactly the facts whose paragraph shares a word with the question', () => {
    fc.assert(
      fc.property(bases, fc.array(word), (paragraphs, words) => {
        const base = baseOf(...paragraphs.map((sentences) => sentences.join(' ')));
        const found = new Set(find(base, words.join(' '), base.facts.length).map(({ fact }) => fact));
        for (const fact of base.facts) {
          const around = base.articles[0]?.paragraphs[fact.paragraph - 1]?.text ?? '';
          expect(found.has(fact)).toBe(words.some((each) => around.includes(each)));
        }
      }),
    );
  });
});
