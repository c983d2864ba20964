import type { Paragraph } from '../../knowledge/article/article.ts';
import type { SharedPart } from './paragraph-index.ts';

type OpenPart = Omit<SharedPart, 'to'>;

/**
 * Collects the headings and leads above the paragraphs of articles, one paragraph after the other. Each comes once, however much is below
 * it.
 */
export class SharedParts {
  readonly #read: (text: string) => readonly number[];
  readonly #parts: (SharedPart | OpenPart)[] = [];
  readonly #partOf: number[] = [];
  /** The texts above the last paragraph, outermost first, with the numbers of their parts. */
  #open: readonly { readonly text: string; readonly kind: 'heading' | 'lead'; readonly part: number }[] = [];

  /** @param read returns the terms of a text */
  constructor(read: (text: string) => readonly number[]) {
    this.#read = read;
  }

  /** Adds the next paragraph. */
  add({ headings, lead }: Pick<Paragraph, 'headings' | 'lead'>): void {
    const above = [
      ...headings.map((text) => ({ text, kind: 'heading' as const })),
      ...(lead === null ? [] : [{ text: lead, kind: 'lead' as const }]),
    ];
    let same = 0;
    while (same < above.length && this.#isOpen(same, above[same])) same++;
    this.#closeFrom(same);
    for (const each of above.slice(same)) {
      const outer = this.#open.at(-1)?.part ?? -1;
      const part = this.#parts.push({ terms: this.#read(each.text), from: this.#partOf.length, outer }) - 1;
      this.#open = [...this.#open, { ...each, part }];
    }
    this.#partOf.push(this.#open.at(-1)?.part ?? -1);
  }

  /** Ends an article: the text above the next paragraph starts new parts. */
  endArticle(): void {
    this.#closeFrom(0);
  }

  build(): { readonly parts: readonly SharedPart[]; readonly partOf: Int32Array } {
    this.#closeFrom(0);
    const to = this.#partOf.length;
    return { parts: this.#parts.map((part) => ({ to, ...part })), partOf: Int32Array.from(this.#partOf) };
  }

  #isOpen(place: number, above: { readonly text: string; readonly kind: string } | undefined): boolean {
    const open = this.#open[place];
    return open !== undefined && open.kind === above?.kind && open.text === above.text;
  }

  #closeFrom(place: number): void {
    for (const { part } of this.#open.slice(place)) {
      const open = this.#parts[part];
      if (open !== undefined) this.#parts[part] = { ...open, to: this.#partOf.length };
    }
    this.#open = this.#open.slice(0, place);
  }
}
