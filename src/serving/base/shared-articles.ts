import type { Article } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import {
  type ArticleText,
  comparePaths,
  type FileReading,
  type Knowledge,
} from '../../knowledge/folder/collect-knowledge.ts';
import type { StoredArticles } from '../../search/articles/stored-articles.ts';
import { FlatReader, FlatWriter } from '../../search/flat/flat-buffer.ts';
import { ArticleTexts } from '../reading/article-texts.ts';
import { ReadableBases } from './readable-bases.ts';

/**
 * The articles that answer in all servers, with their index, the texts of their files and the problems in them, in memory that all threads
 * share. It holds nothing of other files: the same texts always give the same bytes. Immutable.
 */
export class SharedArticles {
  readonly memory: SharedArrayBuffer;
  readonly refreshedAt: Date;
  readonly bases: ReadableBases;
  readonly #reader: FlatReader;
  readonly #segments: readonly StoredArticles[];
  #texts: ArticleTexts | null = null;
  #problems: readonly Problem[] | null = null;

  /**
   * @param memory what `write` gave, in this thread or another
   * @throws {RangeError} where it holds something else
   */
  constructor(memory: SharedArrayBuffer, refreshedAt: Date) {
    this.memory = memory;
    this.refreshedAt = refreshedAt;
    this.#reader = new FlatReader(memory);
    const { bases, articles } = ReadableBases.read(this.#reader);
    this.bases = bases;
    this.#segments = articles;
  }

  /** Builds the index of articles, and writes it with them, their texts and the problems in them into shared memory. */
  static write({ articles, texts, problems }: Knowledge): SharedArrayBuffer {
    const to = new FlatWriter();
    ReadableBases.write(articles, to);
    ArticleTexts.write(texts, to);
    to.addJson('problems', problems);
    return to.build();
  }

  /** The problems of the files that these articles were read from, {@link MAX_PROBLEMS} at most. */
  get problems(): readonly Problem[] {
    this.#problems ??= this.#reader.readJson<readonly Problem[]>('problems');
    return this.#problems;
  }

  get articleCount(): number {
    return this.#segments.reduce((sum, { count }) => sum + count, 0);
  }

  get factCount(): number {
    return this.#segments.reduce((sum, { factCount }) => sum + factCount, 0);
  }

  /** Reads all articles, sorted by path. */
  listArticles(): readonly Article[] {
    return this.listStored()
      .map(({ read }) => read())
      .toSorted(comparePaths);
  }

  /** Lists all articles without reading them, in no certain order. Those with equal bytes are equal. */
  listStored(): readonly StoredArticle[] {
    return this.#segments.flatMap((segment) =>
      Array.from(segment.paths, (path, number) => ({
        path,
        bytes: segment.getBytes(number),
        read: () => segment.get(number),
      })),
    );
  }

  /**
   * Reads the texts of files from this position on, sorted by path, with some `maxChars` characters together and at least one of them; none
   * behind the last.
   */
  readTexts(from: number, maxChars: number): readonly ArticleText[] {
    const stored = this.#openTexts();
    const texts: ArticleText[] = [];
    let chars = 0;
    const { length } = stored.paths;
    for (let index = from; index < length && (texts.length === 0 || chars < maxChars); index++) {
      const text = stored.read(index);
      texts.push(text);
      chars += text.text.length;
    }
    return texts;
  }

  /**
   * Returns what reading a file gave, for a file that has not changed since.
   *
   * @throws {RangeError} where no article was read from it
   */
  readAgain(path: string): FileReading {
    const article = this.#findArticle(path);
    const text = this.#openTexts().find(path);
    if (article === undefined || text === undefined) throw new RangeError(`no article “${path}”`);
    const problems = this.problems
      .filter((problem) => problem.path === path)
      .map(({ kind, line, cause }) => ({ kind, line, cause }));
    return { path, article, text, problems };
  }

  #findArticle(path: string): Article | undefined {
    for (const segment of this.#segments) {
      const number = segment.findNumber(path);
      if (number !== undefined) return segment.get(number);
    }
    return undefined;
  }

  #openTexts(): ArticleTexts {
    this.#texts ??= new ArticleTexts(this.#reader);
    return this.#texts;
  }
}

/** An article in shared memory. */
interface StoredArticle {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly read: () => Article;
}
