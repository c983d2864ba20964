import type { Article } from './article.ts';

/** What an article tells of itself that has a title and nothing else: what a text file and a made-up article are. */
export const NO_METADATA: Omit<Article, 'path' | 'title' | 'paragraphs' | 'facts'> = {
  url: null,
  publisher: null,
  published: null,
  captured: null,
  language: null,
  staleAfterDays: null,
  aliases: [],
  pinned: [],
};
