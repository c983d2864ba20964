import Fuse from 'fuse.js';
import type { Article } from '../knowledge/article.ts';
import { splitWords } from '../text/words.ts';
import { askableQuestions } from './askable.ts';
import { LetterPairs } from './letter-pairs.ts';

/** fuse.js scores run from 0, equal, to 1; above this a pinned question is no longer about the same thing. */
const MAX_DISTANCE = 0.55;

/** fuse.js takes seconds for a text of a megabyte; a question says in its first words what it is about. */
const MAX_CHARS = 300;

/** How many texts that share letter pairs with what is asked are handed to fuse.js: it scans all it is given. */
const SHORTLIST = 40;

const FUZZY = { useTokenSearch: true, threshold: 0.4, includeScore: true } as const;

/** What a base can be asked, in the order of {@link askableQuestions}. */
export class Suggestions {
  readonly all: readonly string[];
  readonly #pairs: LetterPairs;

  constructor(articles: readonly Article[]) {
    this.all = askableQuestions(articles);
    this.#pairs = new LetterPairs(this.all.map(fold));
  }

  /** The questions close to `text`, closest first, at most `limit`; typos and word order do not matter. */
  closest(text: string, limit: number): readonly string[] {
    const asked = text.slice(0, MAX_CHARS);
    const alike = this.#pairs.mostAlike(fold(asked), { limit: SHORTLIST });
    return new Fuse(
      alike.map((number) => this.all[number] ?? ''),
      FUZZY,
    )
      .search(asked, { limit })
      .filter(({ score }) => (score ?? 1) <= MAX_DISTANCE)
      .map(({ item }) => item);
  }
}

function fold(text: string): string {
  return splitWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}
