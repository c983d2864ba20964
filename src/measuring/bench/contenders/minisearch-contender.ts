import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import { isFunctionWord } from '../../../text/words/function-words.ts';
import { stem } from '../../../text/words/stems.ts';
import { findWords, foldWord } from '../../../text/words/words.ts';
import { type Contender, LIMIT } from './contender.ts';

type MiniSearchClass = typeof import('minisearch').default;

interface SearchedFact {
  readonly id: number;
  readonly sentence: string;
  readonly paragraph: string;
  readonly title: string;
}

const SEARCH = { boost: { sentence: 1, paragraph: 0.7, title: 0.6 }, fuzzy: 0.2 } as const;

/**
 * minisearch with what we know of language, as in `evaluate`: our words and stems, function words left out, and a
 * sentence's paragraph and title beside it. Typos up to a fifth of a word's letters.
 *
 * @throws {UserFacingError} `unusable-settings` where the package is not there: it comes with development only
 */
export async function loadMinisearchContender(): Promise<Contender> {
  const MiniSearch = await loadMinisearch();
  return {
    name: 'minisearch',
    open: (articles) => {
      const index = new MiniSearch<SearchedFact>({
        fields: ['sentence', 'paragraph', 'title'],
        tokenize: (text) => findWords(text).map(({ start, end }) => text.slice(start, end)),
        processTerm: rememberingStems(),
        searchOptions: SEARCH,
      });
      const facts = articles.flatMap((article) =>
        article.facts.map(({ text, paragraph }) => ({
          sentence: text,
          paragraph: article.paragraphs[paragraph - 1]?.text ?? '',
          title: article.title,
        })),
      );
      index.addAll(facts.map((fact, id) => ({ id, ...fact })));
      return { whole: (question) => () => index.search(question).slice(0, LIMIT) };
    },
  };
}

async function loadMinisearch(): Promise<MiniSearchClass> {
  try {
    return (await import('minisearch')).default;
  } catch (cause) {
    throw new UserFacingError('unusable-settings', 'bench needs the development packages: npm ci', { cause });
  }
}

/** Each spelling is folded and stemmed once, as in our own index; null leaves a word out. */
function rememberingStems(): (word: string) => string | null {
  const known = new Map<string, string | null>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const folded = foldWord(word);
    const stemmed = isFunctionWord(folded) ? null : stem(folded);
    known.set(word, stemmed);
    return stemmed;
  };
}
