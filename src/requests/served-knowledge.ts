import type { AnsweringModels } from '../answering/answering-models.ts';
import type { Article, Problem } from '../knowledge/article.ts';
import { compareArticles, type KnowledgeChanges } from '../knowledge/changes.ts';
import { byPath } from '../knowledge/path-order.ts';
import { type Knowledge, readKnowledge } from '../knowledge/read-knowledge.ts';
import { FactBase } from '../search/fact-base.ts';
import { printable } from '../text/printable.ts';
import { problemInWords } from '../wording/answer-words.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Taught } from './taught.ts';
import { UserFacingError } from './user-facing-error.ts';

/** What answers at one moment. Whoever took it keeps asking the same base, whatever is refreshed meanwhile. */
export interface Served {
  readonly base: FactBase;
  readonly models: AnsweringModels;
  /** What this base has answered last. */
  readonly recent: RecentAnswers;
  /** What moderators have taught where it serves; null for nothing. */
  readonly taught: Taught | null;
  /** What was wrong with the folder when it was last read; empty when all is well. */
  readonly problems: readonly Problem[];
  readonly refreshedAt: Date;
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
    const knowledge = await readKnowledge(folder);
    const missing = `There is no readable article in “${folder}”. Put a .md or .txt file there; the README says how to write one.`;
    requireArticles(knowledge, missing);
    const { articles, problems } = knowledge;
    return new ServedKnowledge(options, {
      base: new FactBase(articles),
      models,
      recent: new RecentAnswers(),
      taught: null,
      problems,
      refreshedAt: now(),
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
    this.#underWay ??= this.#rebuild().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #rebuild(): Promise<RefreshReport> {
    const before = this.#current.base.articles;
    const { folder, models, now, read = readKnowledge } = this.#options;
    const knowledge = await read(folder);
    requireArticles(knowledge, 'There is no readable article any more, so the old ones keep answering.');
    const kept = lastReadable(before, knowledge);
    const articles = [...knowledge.articles, ...kept].toSorted(byPath);
    const base = new FactBase(articles);
    const report = {
      changes: compareArticles(before, articles),
      problems: knowledge.problems,
      kept: kept.map(({ path }) => path),
      articleCount: articles.length,
      factCount: base.facts.length,
    };
    // Last, so that whatever fails above leaves the old base serving.
    const recent = new RecentAnswers();
    const { problems } = knowledge;
    this.#current = { base, models, recent, taught: null, problems, refreshedAt: now() };
    return report;
  }
}

/** The articles of `before` whose files are still there but broken, or stand in a sub-folder that is. */
function lastReadable(before: readonly Article[], { articles, problems }: Knowledge): readonly Article[] {
  const read = new Set(articles.map(({ path }) => path));
  const broken = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  return before.filter(({ path }) => !read.has(path) && withFolders(path).some((place) => broken.has(place)));
}

/** `a/b/c.md` gives `a/b/c.md`, `a/b` and `a`. */
function withFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/'));
}

function requireArticles({ articles, problems }: Knowledge, introduction: string): void {
  if (articles.length > 0) return;
  const found = problems.map((problem) => `\n${printable(problemInWords(problem))}`);
  throw new UserFacingError('no-readable-article', introduction + found.join(''));
}
