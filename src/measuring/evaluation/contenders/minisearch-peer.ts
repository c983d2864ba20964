import type { Article } from '../../../knowledge/article/article.ts';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import { isFunctionWord } from '../../../text/words/function-words.ts';
import { stem } from '../../../text/words/stems.ts';
import { splitWords } from '../../../text/words/words.ts';
import { type Contender, LIMIT } from './contender.ts';

type MiniSearchModule = typeof import('minisearch');

/** A sentence with its surroundings, as one document. */
interface SearchedFact {
  /** Its place among all facts, from 0. */
  readonly id: number;
  readonly sentence: string;
  readonly paragraph: string;
  readonly title: string;
}

/**
 * minisearch with what we know of language: our words and stems, function words left out, and a sentence's
 * paragraph and title beside it, weighted as in our own index. Typos up to a fifth of a word's letters.
 *
 * @throws {UserFacingError} `unusable-arguments` where the package is not there: it comes with development only
 * @see https://lucaong.github.io/minisearch/ the search options
 */
export async function loadMinisearchPeer(
  importPackage: () => Promise<MiniSearchModule> = () => import('minisearch'),
): Promise<Contender> {
  const { default: MiniSearch } = await importOrExplain(importPackage);
  return {
    name: 'minisearch',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const facts = articles.flatMap((article) => article.facts);
      const index = new MiniSearch<SearchedFact>({
        fields: ['sentence', 'paragraph', 'title'],
        tokenize: (text) => splitWords(text).map(({ folded }) => folded),
        processTerm: rememberedStem(),
        searchOptions: { boost: { sentence: 1, paragraph: 0.7, title: 0.6 }, prefix: false, fuzzy: 0.2 },
      });
      index.addAll(toDocuments(articles));
      return (question) => {
        const found = index.search(question);
        return {
          facts: found.slice(0, LIMIT).flatMap(({ id }) => facts[id] ?? []),
          confidence: found[0]?.score ?? 0,
          verdict: null,
        };
      };
    },
  };
}

async function importOrExplain(importPackage: () => Promise<MiniSearchModule>): Promise<MiniSearchModule> {
  try {
    return await importPackage();
  } catch (cause) {
    const message = '--against needs the development packages: npm ci';
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

/** Null leaves a word out. A paragraph is read once for each of its sentences: each word is stemmed once only. */
function rememberedStem(): (folded: string) => string | null {
  const known = new Map<string, string | null>();
  return (folded) => {
    const remembered = known.get(folded);
    if (remembered !== undefined) return remembered;
    const stemmed = isFunctionWord(folded) ? null : stem(folded);
    known.set(folded, stemmed);
    return stemmed;
  };
}
