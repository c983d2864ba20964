import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../src/knowledge/article/article.ts';
import { parseArticle } from '../src/knowledge/folder/parse-article.ts';
import { readKnowledge } from '../src/knowledge/folder/read-knowledge.ts';
import { FactBase } from '../src/search/fact-base.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** The article that a `.txt` file of this title and these paragraphs holds. */
export function plainArticle(title: string, ...paragraphs: readonly string[]): Article {
  return articleAt(`${title.toLowerCase().replaceAll(' ', '-')}.txt`, [title, ...paragraphs].join('\n\n'));
}

/** The article that a Markdown file holds, of which `text` gives front matter and body. */
export function markdownArticle(path: string, text: string): Article {
  return articleAt(path, text);
}

/** A base of one plain article with the title “Notes”. */
export function baseOf(...paragraphs: readonly string[]): FactBase {
  return FactBase.build([plainArticle('Notes', ...paragraphs)]);
}

/** The base of the articles that come with the project. */
export async function seedBase(): Promise<FactBase> {
  const { articles } = await readKnowledge(join(PROJECT, 'knowledge'));
  return FactBase.build(articles.filter(({ path }) => path === 'russian-fcs-meeting.md'));
}

function articleAt(path: string, text: string): Article {
  const { article, problems } = parseArticle(path, Buffer.from(text));
  if (article === null) throw new Error(problems.map(({ cause }) => cause.code).join(' '));
  return article;
}
