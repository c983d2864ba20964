import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/knowledge/folder/read-knowledge.ts';
import { renderArticleFile } from '../../../src/measuring/made-up/generate-articles.ts';
import { makeUpQuestion, makeUpServer, writeServer } from '../../../src/measuring/made-up/made-up-servers.ts';
import { emptyStore } from '../../requests/kept-answers.ts';

const SIZE = { articles: 3, sentences: 20 };

describe('a made-up server', () => {
  test('is the same for the same number, another for another', () => {
    expect(makeUpServer(1, SIZE)).toEqual(makeUpServer(1, SIZE));
    expect(makeUpServer(2, SIZE).articles).not.toEqual(makeUpServer(1, SIZE).articles);
    expect(makeUpServer(2, SIZE).guildId).not.toBe(makeUpServer(1, SIZE).guildId);
  });

  test('is written down as articles that read as they were made up, in one change each', async () => {
    const store = await emptyStore();
    const server = makeUpServer(7, SIZE);
    await writeServer(store, server);
    const values = await store.serverValues.list(server.guildId, 'article');
    const files = values.map(({ name, value }) => ({ path: name, bytes: Buffer.from(value) }));
    const { articles, problems } = readFiles(files);
    expect(problems).toEqual([]);
    const told = (some: typeof articles) =>
      some.map(({ title, facts }) => [title, facts.map(({ text }) => text)]);
    expect(told(articles)).toEqual(told(server.articles));
    expect(articles.map(({ facts }) => facts.length)).toEqual([20, 20, 20]);
  });

  test('is asked another question in each turn, of each kind', () => {
    const { articles } = makeUpServer(7, SIZE);
    const questions = Array.from({ length: 40 }, (_, turn) => makeUpQuestion(articles, turn));
    expect(new Set(questions).size).toBe(40);
    const lengths = questions.map((question) => question.split(' ').length);
    expect(lengths.filter((words) => words > 25)).toHaveLength(10);
  });
});

test('a made-up article as a file keeps its paragraphs', () => {
  const [article] = makeUpServer(1, SIZE).articles;
  const file = article && renderArticleFile(article);
  expect(file).toMatch(/^---\ntitle: .+\ncaptured: 2026-11-24\n---\n\n/);
  expect(file?.trimEnd().split('\n\n').slice(1)).toEqual(article?.paragraphs.map(({ text }) => text));
});
