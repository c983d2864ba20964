import { type ArticleText, comparePaths } from '../../knowledge/folder/collect-knowledge.ts';
import { joinTexts } from '../../search/articles/stored-articles.ts';
import { decodeText, type FlatReader, type FlatWriter } from '../../search/flat/flat-buffer.ts';

/** The texts of the files that articles were read from, in flat memory, sorted by path. */
export class ArticleTexts {
  readonly paths: readonly string[];
  readonly #bytes: Uint8Array;
  /** Text `i` begins at `#starts[i]`; the last entry is the number of bytes. */
  readonly #starts: Uint32Array;
  #numbers: ReadonlyMap<string, number> | null = null;

  /** @throws {RangeError} if there are none */
  constructor(from: FlatReader) {
    this.paths = from.readJson<readonly string[]>('texts/paths');
    this.#bytes = from.readUint8('texts/bytes');
    this.#starts = from.readUint32('texts/starts');
  }

  static write(texts: readonly ArticleText[], to: FlatWriter): void {
    const sorted = texts.toSorted(comparePaths);
    const { bytes, starts } = joinTexts(sorted.map(({ text }) => text));
    to.addJson(
      'texts/paths',
      sorted.map(({ path }) => path),
    );
    to.add('texts/bytes', bytes);
    to.add('texts/starts', starts);
  }

  /** Reads the text at this position. */
  read(index: number): ArticleText {
    return { path: this.paths[index] ?? '', text: decodeText(this.#getBytes(index)) };
  }

  /** Finds the text of a file as UTF-8; undefined where no article was read from it. */
  findBytes(path: string): Uint8Array | undefined {
    const number = this.#findNumber(path);
    return number === undefined ? undefined : this.#getBytes(number);
  }

  /** Finds the text of a file; undefined where no article was read from it. */
  find(path: string): string | undefined {
    const bytes = this.findBytes(path);
    return bytes && decodeText(bytes);
  }

  #findNumber(path: string): number | undefined {
    this.#numbers ??= new Map(this.paths.map((each, number) => [each, number]));
    return this.#numbers.get(path);
  }

  #getBytes(index: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[index], this.#starts[index + 1]);
  }
}
