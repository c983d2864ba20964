import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/search/index/documents.ts';
import { FactSurroundings } from '../../../src/search/index/fact-surroundings.ts';
import { LexiconBuilder } from '../../../src/search/words/lexicon.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const articles = [
  plainArticle('Fruit', 'Apples grow. Do pears?'),
  markdownArticle('b.md', '---\ntitle: B\n---\n\nTrees.\n\n## Why?\n\nOaks do. Who grows?\n\nAll grow.\n'),
];
const facts = articles.flatMap((article) => article.facts);
const lexicon = new LexiconBuilder();
const documents = readDocuments(articles, lexicon);
const places = new FactSurroundings({
  findFact: (index) => facts[index],
  listTerms: (index) => documents.facts.read(index),
});
const numbers = [...facts.keys()];

describe('the surroundings of facts', () => {
  test('know the terms of each in reading order', () => {
    expect(numbers.map((index) => [...places.listTerms(index)])).toEqual(
      facts.map(({ text }) => lexicon.read(text)),
    );
    expect(places.listTerms(facts.length)).toHaveLength(0);
  });

  test('give the heading above a fact and the question before it as its introduction', () => {
    expect(numbers.map((index) => places.readIntroduction(index))).toEqual([
      '',
      '',
      '',
      'Why?',
      'Why?',
      'Why? Who grows?',
    ]);
  });

  test('give as the topic of a fact the question before it rather than the heading', () => {
    expect(numbers.map((index) => places.findTopic(index))).toEqual([
      null,
      null,
      null,
      'Why?',
      'Why?',
      'Who grows?',
    ]);
    expect(places.findTopic(facts.length)).toBeNull();
  });
});
