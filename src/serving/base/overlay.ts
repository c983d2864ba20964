import type { Article } from '../../knowledge/article/article.ts';
import type { Readers } from '../../knowledge/article/limits.ts';
import { readFiles } from '../../knowledge/folder/read-knowledge.ts';
import { FactBase } from '../../search/fact-base.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';
import { type AnsweringContext, knowsWord, WITHOUT_VECTORS } from './answering-context.ts';
import { selectArticlesWithinLimits } from './own-index-limits.ts';
import type { ReadableBases } from './readable-bases.ts';
import { RecentAnswers } from './recent-answers.ts';
import { TaughtAnswers } from './taught-answers.ts';

/** What the moderators of a server added to the shared articles. Plain data. */
export interface OverlayContent {
  readonly strictness: Strictness;
  /** The server's own articles: the path of each with the text of its file. */
  readonly articles: readonly ServerValue[];
  readonly taught: readonly ServerValue[];
  /** Words of members: the name is the short form, the value what it stands for. */
  readonly synonyms: readonly ServerValue[];
}

/** What overlays are built on. */
interface OverlayDeps {
  readonly now: () => Date;
  readonly shared: {
    readonly bases: ReadableBases;
    readonly refreshedAt: Date;
  };
  /** Finds the context of servers that are equally strict and have nothing of their own. */
  readonly findContext: (scope: {
    readonly serverId: null;
    readonly strictness: Strictness;
    readonly readers: Readers;
  }) => AnsweringContext;
}

/** An overlay with articles takes the memory of this many facts beside its own: what it knows of words, and the last answers. */
export const OVERLAY_WEIGHT = 100;

/**
 * What answers in one server that has articles or taught answers of its own, or limited articles that some of its members may read: for each
 * set of readers, a base that joins the shared articles with its own, or the shared base where it has none.
 */
export class Overlay {
  /** The server's own articles, sorted by path. */
  readonly ownArticles: readonly Article[];
  readonly #deps: OverlayDeps;
  readonly #content: OverlayContent;
  readonly #bases: ReadableBases;
  readonly #isShared: boolean;
  readonly #builtAt: Date;
  readonly #contexts = new WeakMap<FactBase, AnsweringContext>();

  constructor(deps: OverlayDeps, content: OverlayContent) {
    const { shared, now } = deps;
    this.#deps = deps;
    this.#content = content;
    const files = content.articles.map(({ name, value }) => ({ path: name, bytes: Buffer.from(value) }));
    this.ownArticles = selectArticlesWithinLimits(readFiles(files).articles);
    this.#isShared = this.ownArticles.length === 0;
    this.#bases = this.#isShared ? shared.bases : shared.bases.extend(this.ownArticles);
    this.#builtAt = this.#isShared ? shared.refreshedAt : now();
  }

  /** Whether one base answers all readers. */
  get isForAll(): boolean {
    return this.#bases.limits.length === 0;
  }

  /** How much it weighs beside other overlays: its own facts, with what their index takes besides, and taught questions. */
  get weight(): number {
    const facts = this.ownArticles.reduce((sum, article) => sum + article.facts.length, 0);
    return (this.#isShared ? 0 : OVERLAY_WEIGHT + facts) + this.#content.taught.length;
  }

  /** Finds what answers these readers, or builds it. */
  findContext(readers: Readers): AnsweringContext {
    const { base: indexed, hidden } = this.#bases.find(readers);
    const known = this.#contexts.get(indexed);
    if (known !== undefined) return known;
    const { strictness, taught } = this.#content;
    // What stands for words of hidden articles would tell them.
    const synonyms = this.#content.synonyms
      .map(({ name, value }) => ({ short: name, long: value }))
      .filter(({ long }) => hidden === null || holdsWords(indexed, long));
    const base = synonyms.length === 0 ? indexed : new FactBase(indexed.segments, synonyms);
    const isAlike = this.#isShared && synonyms.length === 0;
    const isWord = (folded: string): boolean => knowsWord({ base }, folded);
    // Answers that were not taught are shared by all servers that are equally strict.
    const alike = isAlike ? this.#deps.findContext({ serverId: null, strictness, readers }) : null;
    const context: AnsweringContext = {
      base,
      hidden,
      ...(alike === null
        ? { ...WITHOUT_VECTORS, recent: new RecentAnswers() }
        : { vectors: alike.vectors, isLearning: alike.isLearning, recent: alike.recent }),
      taught: taught.length === 0 ? null : new TaughtAnswers(taught, isWord),
      strictness,
      refreshedAt: this.#builtAt,
    };
    this.#contexts.set(indexed, context);
    return context;
  }
}

/** Returns whether the articles of a base hold all words of a text, apart from small words. */
function holdsWords({ lexicon }: FactBase, text: string): boolean {
  return splitWords(text).every(
    ({ folded }) => isFunctionWord(folded) || lexicon.findTerm(stem(folded)) !== undefined,
  );
}
