import type { Article } from '../../knowledge/article/article.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { type ArticleText, comparePaths, type Knowledge } from '../../knowledge/folder/collect-knowledge.ts';
import { joinTexts, type StoredArticles } from '../../search/articles/stored-articles.ts';
import { decodeText, FlatReader, FlatWriter } from '../../search/flat/flat-buffer.ts';
import { ReadableBases } from './readable-bases.ts';

/**
 * The articles that answer in all servers, with their index and the texts of their files, in memory that all threads share. It holds what
 * its articles give and nothing else, so that the same files always give the same bytes. Immutable.
 */
export class SharedArticles {
  readonly memory: SharedArrayBuffer;
  readonly refreshedAt: Date;
  readonly bases: ReadableBases;
  readonly #reader: FlatReader;
  readonly #segments: readonly StoredArticles[];

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

  /** Builds the index of articles, and writes it with them, their texts and their problems into shared memory. */
  static write({ articles, texts, problems }: Knowledge): SharedArrayBuffer {
    const to = new FlatWriter();
    ReadableBases.write(articles, to);
    const { bytes, starts } = joinTexts(texts.map(({ text }) => text));
    to.addJson(
      'texts/paths',
      texts.map(({ path }) => path),
    );
    to.add('texts/bytes', bytes);
    to.add('texts/starts', starts);
    to.addJson('problems', problems);
    return to.build();
  }

  get problems(): readonly Problem[] {
    return this.#reader.readJson<readonly Problem[]>('problems');
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
    const { paths, read } = this.#openTexts();
    const texts: ArticleText[] = [];
    let chars = 0;
    for (let index = from; index < paths.length && (texts.length === 0 || chars < maxChars); index++) {
      const text = read(index);
      texts.push(text);
      chars += text.text.length;
    }
    return texts;
  }

  /** Reads the texts of the files at these paths. */
  readTextsAt(wanted: ReadonlySet<string>): readonly ArticleText[] {
    const { paths, read } = this.#openTexts();
    return paths.flatMap((path, index) => (wanted.has(path) ? [read(index)] : []));
  }

  #openTexts(): { readonly paths: readonly string[]; readonly read: (index: number) => ArticleText } {
    const paths = this.#reader.readJson<readonly string[]>('texts/paths');
    const bytes = this.#reader.readUint8('texts/bytes');
    const starts = this.#reader.readUint32('texts/starts');
    const read = (index: number): ArticleText => ({
      path: paths[index] ?? '',
      text: decodeText(bytes.subarray(starts[index], starts[index + 1])),
    });
    return { paths, read };
  }
}

/** An article in shared memory. */
interface StoredArticle {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly read: () => Article;
}
