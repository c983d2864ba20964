import Fuse from 'fuse.js';
import type { Encoders } from '../../encoders/encoders.ts';
import type { Article } from '../../knowledge/article/article.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { selectHighest } from '../../search/index/select-highest.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { findWords, foldWord } from '../../text/words/words.ts';
import { makeUpVectors } from '../made-up/made-up-vectors.ts';
import { type Contender, LIMIT, openPeer } from './contender.ts';

/**
 * fuse.js token search over the sentences, with its own defaults for the rest. It compares every sentence with every word of the question, which
 * takes up to 0.6 s a question at 10,000 sentences: therefore `evaluate` asks it a sample.
 *
 * @see https://www.fusejs.io/token-search.html
 */
export const FUSE: Contender = {
  name: 'fuse.js',
  label: 'fuse.js token search',
  maxQuestions: 300,
  open: (articles) => {
    const facts = articles.flatMap((article) => article.facts);
    const fuse = new Fuse(facts, { keys: ['text'], useTokenSearch: true, includeScore: true });
    return openPeer((question) => {
      const found = fuse.search(question, { limit: LIMIT });
      return {
        facts: found.map(({ item }) => item),
        // Its scores run from 0, best, to 1.
        confidence: 1 - (found[0]?.score ?? 1),
      };
    });
  },
};

type MiniSearchModule = typeof import('minisearch');

/** A sentence with its paragraph and title, as one document. */
interface SearchedFact {
  /** The index of the fact among all facts. */
  readonly id: number;
  readonly sentence: string;
  readonly paragraph: string;
  readonly title: string;
}

/**
 * Loads minisearch and gives it what Footnote knows of language: our words and stems without function words, and a sentence's paragraph and title
 * beside it, weighted as in our own index. It accepts typos in up to a fifth of a word's letters.
 *
 * @throws {UserFacingError} `unusable-arguments` where the package is not installed: it is a development package
 * @see https://lucaong.github.io/minisearch/ the search options
 */
export async function loadMinisearch(
  importPackage: () => Promise<MiniSearchModule> = () => import('minisearch'),
): Promise<Contender> {
  const { default: MiniSearch } = await importOrRefuse(importPackage);
  return {
    name: 'minisearch',
    label: 'minisearch',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const facts = articles.flatMap((article) => article.facts);
      const fold = memoise(foldWord);
      const index = new MiniSearch<SearchedFact>({
        fields: ['sentence', 'paragraph', 'title'],
        tokenize: (text) => findWords(text).map(({ start, end }) => fold(text.slice(start, end))),
        // Null leaves a word out.
        processTerm: memoise((folded) => (isFunctionWord(folded) ? null : stem(folded))),
        searchOptions: { boost: { sentence: 1, paragraph: 0.7, title: 0.6 }, prefix: false, fuzzy: 0.2 },
      });
      index.addAll(toDocuments(articles));
      return openPeer((question) => {
        const found = index.search(question);
        return {
          facts: found.slice(0, LIMIT).flatMap(({ id }) => facts[id] ?? []),
          confidence: found[0]?.score ?? 0,
        };
      });
    },
  };
}

async function importOrRefuse(importPackage: () => Promise<MiniSearchModule>): Promise<MiniSearchModule> {
  try {
    return await importPackage();
  } catch (cause) {
    const message = 'Comparing with minisearch needs the development packages: npm ci';
    throw new UserFacingError('unusable-arguments', message, { cause });
  }
}

function toDocuments(articles: readonly Article[]): readonly SearchedFact[] {
  return articles
    .flatMap(({ facts, paragraphs, title }) =>
      facts.map(({ text, paragraph }) => ({
        sentence: text,
        paragraph: paragraphs[paragraph - 1]?.text ?? '',
        title,
      })),
    )
    .map((document, id) => ({ id, ...document }));
}

/** Remembers results, as our own index does: minisearch reads a paragraph once for each of its sentences. */
function memoise<Result>(compute: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const result = compute(word);
    known.set(word, result);
    return result;
  };
}

/** Creates plain vector search: it compares the question's vector with those of all facts, which are made up. */
export function createVectors(encoders: Encoders): Contender {
  return {
    name: 'vectors',
    label: 'vectors',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const facts = articles.flatMap((article) => article.facts);
      const { index } = makeUpVectors(encoders, facts.length);
      return openPeer(async (question) => {
        const similarities = index.computeSimilarities(await encoders.embedQuestion(question));
        const best = selectHighest(similarities, LIMIT);
        return {
          facts: best.flatMap((fact) => facts[fact] ?? []),
          confidence: similarities[best[0] ?? -1] ?? 0,
        };
      });
    },
  };
}
