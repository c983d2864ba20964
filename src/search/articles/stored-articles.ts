import { LRUCache } from 'lru-cache';
import type { Article, Fact, Paragraph } from '../../knowledge/article/article.ts';
import { decodeText, type FlatReader, type FlatWriter } from '../flat/flat-buffer.ts';
import { StringTable } from '../flat/string-table.ts';
import { type ArticleList, countFactsBefore, type FactRange } from './article-list.ts';

/** How many facts of articles are held as objects, some 40 MB. */
const MAX_HELD_FACTS = 100_000;
/** An article with more facts counts as this many, so that it is held too. */
const MOST_COUNTED = MAX_HELD_FACTS / 4;

/** A fact beside its article: its text and headings are those of its paragraph. */
type StoredFact = readonly [id: string, paragraph: number, sentence: number, start: number, end: number];

interface StoredArticle extends Omit<Article, 'facts'> {
  readonly facts: readonly StoredFact[];
}

/** Articles in flat memory. One is decoded when it is needed, some 0.2 ms for a hundred facts, and held for a while. */
export class StoredArticles implements ArticleList {
  readonly #paths: StringTable;
  readonly #factIds: StringTable;
  readonly #bytes: Uint8Array;
  /** Article `i` begins at `#starts[i]`; the last entry is the number of bytes. */
  readonly #starts: Uint32Array;
  readonly #firstFacts: Uint32Array;
  readonly #held = new LRUCache<number, Article>({
    maxSize: MAX_HELD_FACTS,
    sizeCalculation: ({ facts }) => Math.min(Math.max(1, facts.length), MOST_COUNTED),
  });

  constructor(from: FlatReader, at: string) {
    this.#paths = StringTable.read(from, `${at}/paths`);
    this.#factIds = StringTable.read(from, `${at}/factIds`);
    this.#bytes = from.readUint8(`${at}/bytes`);
    this.#starts = from.readUint32(`${at}/starts`);
    this.#firstFacts = from.readUint32(`${at}/firstFacts`);
  }

  static write(articles: readonly Article[], to: FlatWriter, at: string): void {
    const { bytes, starts } = joinTexts(articles.map(encode));
    StringTable.create(articles.map(({ path }) => path)).write(to, `${at}/paths`);
    StringTable.create(articles.flatMap(({ facts }) => facts.map(({ id }) => id))).write(to, `${at}/factIds`);
    to.add(`${at}/bytes`, bytes);
    to.add(`${at}/starts`, starts);
    to.add(`${at}/firstFacts`, countFactsBefore(articles));
  }

  get count(): number {
    return this.#paths.count;
  }

  get factCount(): number {
    return this.#factIds.count;
  }

  get(article: number): Article {
    const held = this.#held.get(article);
    if (held !== undefined) return held;
    const decoded = decode(this.getBytes(article));
    this.#held.set(article, decoded);
    return decoded;
  }

  /**
   * Returns the bytes of an article, which equal those of an equal article.
   *
   * @throws {RangeError} if there is no such article
   */
  getBytes(article: number): Uint8Array {
    const [start, end] = [this.#starts[article], this.#starts[article + 1]];
    if (start === undefined || end === undefined) throw new RangeError(`no article ${article}`);
    return this.#bytes.subarray(start, end);
  }

  /** All paths, in the order of the articles. */
  get paths(): Iterable<string> {
    return this.#paths;
  }

  findNumber(path: string): number | undefined {
    return this.#paths.find(path);
  }

  getRange(article: number): FactRange {
    return { from: this.#firstFacts[article] ?? 0, to: this.#firstFacts[article + 1] ?? 0 };
  }

  findFactNumber(id: string): number | undefined {
    return this.#factIds.find(id);
  }
}

function encode(article: Article): string {
  const facts = article.facts.map(
    ({ id, paragraph, sentence, start, end }): StoredFact => [id, paragraph, sentence, start, end],
  );
  return JSON.stringify({ ...article, facts } satisfies StoredArticle);
}

function decode(bytes: Uint8Array): Article {
  const stored: StoredArticle = JSON.parse(decodeText(bytes));
  const paragraphs = shareHeadings(stored.paragraphs);
  const facts = stored.facts.map(([id, paragraph, sentence, start, end]): Fact => {
    const { text = '', headings = [] } = paragraphs[paragraph - 1] ?? {};
    const { path } = stored;
    return { id, path, text: text.slice(start, end), headings, paragraph, sentence, start, end };
  });
  return { ...stored, paragraphs, facts };
}

/** Gives paragraphs in a row below the same headings one list of them. */
function shareHeadings(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let last: readonly string[] = [];
  return paragraphs.map((paragraph) => {
    const { headings } = paragraph;
    const isSame = headings.length === last.length && headings.every((each, index) => each === last[index]);
    if (!isSame) last = headings;
    return isSame ? { ...paragraph, headings: last } : paragraph;
  });
}

/** Encodes texts as UTF-8, end to end. Text `i` begins at `starts[i]`; the last entry of it is the number of bytes. */
export function joinTexts(texts: readonly string[]): {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
} {
  const encoded = texts.map((text) => Buffer.from(text));
  const starts = new Uint32Array(texts.length + 1);
  for (const [number, { length }] of encoded.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  return { bytes: Buffer.concat(encoded), starts };
}
