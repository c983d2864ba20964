import { Suggestions } from '../../search/questions/suggestions.ts';
import type { AnsweredPhrasing } from '../../store/records/asked-queries.ts';
import type { AnsweringContext } from './answering-context.ts';
import { standsAlone } from './asked-question.ts';
import type { HiddenArticles } from './readable-bases.ts';

/** The questions that were answered in a server, as suggestions for others there. */
export class ServerPhrasings {
  readonly #questions: readonly AnsweredPhrasing[];
  readonly #all: Suggestions;
  readonly #readable = new WeakMap<HiddenArticles, Suggestions>();

  constructor(questions: readonly AnsweredPhrasing[]) {
    this.#questions = questions.filter(({ question }) => standsAlone(question));
    this.#all = toSuggestions(this.#questions);
  }

  get count(): number {
    return this.#questions.length;
  }

  /** Returns the questions without those that an article answered that the readers may not read. */
  suggestFor({ hidden }: Pick<AnsweringContext, 'hidden'>): Suggestions {
    if (hidden === null) return this.#all;
    const known = this.#readable.get(hidden);
    if (known !== undefined) return known;
    const readable = this.#questions.filter(({ factId }) => factId === null || !hidden.hasFact(factId));
    const suggestions = readable.length === this.#questions.length ? this.#all : toSuggestions(readable);
    this.#readable.set(hidden, suggestions);
    return suggestions;
  }
}

function toSuggestions(questions: readonly AnsweredPhrasing[]): Suggestions {
  return Suggestions.create(questions.map(({ question }) => question));
}
