import { isListCut, type Problem } from '../../knowledge/article/problem.ts';
import { decodeText } from '../../knowledge/folder/parse-article.ts';
import { FlatReader, toBuffer } from '../../search/flat/flat-buffer.ts';
import { ArticleTexts } from './article-texts.ts';

/** The files that the serving articles were read from. What has not changed need not be parsed again. */
export class KnownFiles {
  readonly #texts: ArticleTexts | null;
  /** The paths of articles that are not what their files alone give. */
  readonly #altered: ReadonlySet<string>;

  /** @param memory what `SharedArticles.write` gave; null where nothing serves yet */
  constructor(memory: SharedArrayBuffer | null) {
    const from = memory && new FlatReader(memory);
    const problems = from?.readJson<readonly Problem[]>('problems') ?? [];
    // Without all problems, nobody knows those of each file.
    this.#texts = from === null || isListCut(problems) ? null : new ArticleTexts(from);
    this.#altered = new Set(
      problems.filter(({ cause }) => cause.code === 'too-many-limits').map(({ path }) => path),
    );
  }

  /** Returns whether parsing a file would give what `SharedArticles.readAgain` gives. */
  isUnchanged(path: string, bytes: Uint8Array): boolean {
    const known = this.#texts?.findBytes(path);
    if (known === undefined || this.#altered.has(path)) return false;
    const decoded = decodeText(bytes);
    return decoded.kind === 'text' && Buffer.from(decoded.text).equals(toBuffer(known));
  }
}
