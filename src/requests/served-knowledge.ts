import type { AnsweringModels } from '../answering/answering-models.ts';
import type { Strictness } from '../answering/outcome.ts';
import type { Problem } from '../knowledge/article.ts';
import { compareArticles, type KnowledgeChanges } from '../knowledge/changes.ts';
import { folderState } from '../knowledge/folder-state.ts';
import { byPath } from '../knowledge/path-order.ts';
import { type ArticleText, type Knowledge, readKnowledge } from '../knowledge/read-knowledge.ts';
import { FactBase } from '../search/fact-base.ts';
import { printable } from '../text/printable.ts';
import { problemInWords } from '../wording/answer-words.ts';
import { lastReadable } from './last-readable.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Taught } from './taught.ts';
import { UserFacingError } from './user-facing-error.ts';

/** What answers at one moment. Whoever took it keeps asking the same base, whatever is refreshed meanwhile. */
export interface Served {
  readonly base: FactBase;
  /** What the files of these articles hold, of those of the folder alone; sorted by path. */
  readonly texts: readonly ArticleText[];
  readonly models: AnsweringModels;
  /** What this base has answered last. */
  readonly recent: RecentAnswers;
  /** What moderators have taught where it serves; null for nothing. */
  readonly taught: Taught | null;
  /** How sure of an answer the bot has to be where this serves. */
  readonly strictness: Strictness;
  /** What was wrong with the folder when it was last read; empty when all is well. */
  readonly problems: readonly Problem[];
  readonly refreshedAt: Date;
  /** How the folder was when it was last read, as `folderState` tells it. */
  readonly folderState: string;
}

/** Whether a folded word is one that English or the articles know, and so no typo of another. */
export function knowsWord({ models, base }: Pick<Served, 'models' | 'base'>, folded: string): boolean {
  return models.vectors.has(folded) || base.knowsWord(folded);
}

export interface RefreshReport {
  readonly changes: KnowledgeChanges;
  readonly problems: readonly Problem[];
  /** Paths of files that can no longer be read: their last readable version keeps answering until a restart. */
  readonly kept: readonly string[];
  readonly articleCount: number;
  readonly factCount: number;
}

/** A base that was built aside and serves nobody yet. */
export interface Prepared {
  readonly served: Served;
  /** What served meanwhile, and what `report` compares it with. */
  readonly before: Served;
  readonly report: RefreshReport;
}

export interface ServedKnowledgeOptions {
  /** The folder of articles. */
  readonly folder: string;
  /** What answering has learned. */
  readonly models: AnsweringModels;
  readonly now: () => Date;
  /** How a refresh reads the folder: `readKnowledgeAside` where someone may be asking meanwhile; `readKnowledge` unless given. */
  readonly read?: (folder: string) => Promise<Knowledge>;
}

/** What answers in each server. */
export interface KnowledgeByServer {
  /** What answers there at this moment; outside servers where null. */
  in(guildId: string | null): Promise<Served>;
}

/** The folder of articles and the fact base that answers from it, in all servers the same. */
export class ServedKnowledge implements KnowledgeByServer {
  readonly #options: ServedKnowledgeOptions;
  #current: Served;
  #underWay: Promise<RefreshReport> | null = null;

  private constructor(options: ServedKnowledgeOptions, first: Served) {
    this.#options = options;
    this.#current = first;
  }

  /**
   * Reads the folder for the first time.
   *
   * @throws {UserFacingError} `no-readable-article` with every problem, when not one article can be read
   */
  static async open(options: ServedKnowledgeOptions): Promise<ServedKnowledge> {
    const { folder, models, now } = options;
    // Before the reading: what changes meanwhile is a change.
    const state = await folderState(folder);
    const knowledge = await readKnowledge(folder);
    const missing = `There is no readable article in “${folder}”. Put a .md or .txt file there; the README says how to write one.`;
    requireArticles(knowledge, missing);
    const { articles, texts, problems } = knowledge;
    return new ServedKnowledge(options, {
      base: new FactBase(articles),
      texts,
      models,
      recent: new RecentAnswers(),
      taught: null,
      strictness: 'balanced',
      problems,
      refreshedAt: now(),
      folderState: state,
    });
  }

  get current(): Served {
    return this.#current;
  }

  async in(): Promise<Served> {
    return this.#current;
  }

  /**
   * Reads the folder again, builds a new base aside and swaps it in whole. One at a time: who calls while one is
   * under way gets that one's report. Whatever fails, the old base keeps serving.
   *
   * @throws {UserFacingError} `no-readable-article` when not one article can be read any more
   */
  refresh(): Promise<RefreshReport> {
    this.#underWay ??= this.#refresh().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #refresh(): Promise<RefreshReport> {
    const prepared = await this.prepare();
    this.#current = prepared.served;
    return prepared.report;
  }

  /**
   * Reads the folder and builds a base aside, which serves nobody before it is swapped in.
   *
   * @throws {UserFacingError} `no-readable-article` when not one article can be read any more
   */
  async prepare(): Promise<Prepared> {
    const { folder, read = readKnowledge } = this.#options;
    const state = await this.folderState();
    return this.#prepare(read(folder), state);
  }

  /**
   * The same of what is read elsewhere; the folder counts as read as before.
   *
   * @throws {UserFacingError} `no-readable-article` when it holds none
   */
  prepareFrom(reading: Promise<Knowledge>): Promise<Prepared> {
    return this.#prepare(reading, this.#current.folderState);
  }

  async #prepare(reading: Promise<Knowledge>, state: string): Promise<Prepared> {
    const before = this.#current;
    const knowledge = await reading;
    requireArticles(knowledge, 'There is no readable article any more, so the old ones keep answering.');
    return prepare(before, knowledge, { refreshedAt: this.#options.now(), folderState: state });
  }

  /** Serves what was prepared, exactly. False, and nothing done, where something else serves by now than when it was prepared. */
  swapIn({ served, before }: Prepared): boolean {
    if (this.#current !== before) return false;
    this.#current = served;
    return true;
  }

  /** How the folder is now. */
  folderState(): Promise<string> {
    return folderState(this.#options.folder);
  }
}

/** The base for what was read of the folder; a file that is there but broken keeps the version that serves in `before`. */
function prepare(
  before: Served,
  knowledge: Knowledge,
  read: Pick<Served, 'refreshedAt' | 'folderState'>,
): Prepared {
  const kept = lastReadable(before.base.articles, knowledge);
  const keptPaths = new Set(kept.map(({ path }) => path));
  const keptTexts = before.texts.filter(({ path }) => keptPaths.has(path));
  const articles = [...knowledge.articles, ...kept].toSorted(byPath);
  const texts = [...knowledge.texts, ...keptTexts].toSorted(byPath);
  const base = new FactBase(articles);
  const { problems } = knowledge;
  const report = {
    changes: compareArticles(before.base.articles, articles),
    problems,
    kept: [...keptPaths],
    articleCount: articles.length,
    factCount: base.facts.length,
  };
  const { models, taught, strictness } = before;
  const recent = new RecentAnswers();
  const served = { base, texts, models, recent, taught, strictness, problems, ...read };
  return { served, before, report };
}

function requireArticles({ articles, problems }: Knowledge, introduction: string): void {
  if (articles.length > 0) return;
  const found = problems.map((problem) => `\n${printable(problemInWords(problem))}`);
  throw new UserFacingError('no-readable-article', introduction + found.join(''));
}
