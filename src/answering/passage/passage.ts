import type { ArticleInfo, Link, Picture } from '../../knowledge/article/article.ts';
import type { Span } from '../../text/sentences/sentences.ts';

/** The part of an article that a person is shown: verbatim, with its exact location. */
export interface Passage {
  readonly kind: PassageKind;
  readonly article: ArticleInfo;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** In reading order; at least one. */
  readonly lines: readonly PassageLine[];
  /** The ids of the facts in it, whole or cut. */
  readonly factIds: readonly string[];
  /** How many sentences, items, rows or lines of code were cut away at its end; 0 if it is whole. */
  readonly left: number;
  /** The first picture in it, or null if there is none. */
  readonly picture: Picture | null;
}

export type PassageKind = 'sentence' | 'sentences' | 'list' | 'steps' | 'rows' | 'code' | 'section';

/** A paragraph of a passage, or part of one. */
export interface PassageLine {
  readonly kind: 'text' | 'item' | 'row' | 'code' | 'heading';
  /** What precedes the text: two blanks for each list around its own, then `- ` or `3. `. */
  readonly marker: string;
  /** The text as in the article; for table rows `Header: value · Header: value`. May hold line breaks. */
  readonly text: string;
  readonly links: readonly Link[];
  /** The short answer in `text`. At most one line of a passage has it; it is null in the others. */
  readonly answer: Span | null;
}

/** A passage as plain text, with the short answer's span in it. */
export interface PassageText {
  readonly text: string;
  readonly answer: Span | null;
}

/** Writes paragraphs, items and rows on lines of their own, and the address of a link in brackets after its words. */
export function toPassageText(lines: readonly PassageLine[]): PassageText {
  let text = '';
  let answer: Span | null = null;
  for (const [index, line] of lines.entries()) {
    text += (index === 0 ? '' : '\n') + line.marker;
    const told = addAddresses(line);
    if (told.answer !== null)
      answer = { start: text.length + told.answer.start, end: text.length + told.answer.end };
    text += told.text;
  }
  return { text, answer };
}

function addAddresses({ text, links, answer }: PassageLine): PassageText {
  let told = '';
  let from = 0;
  const added: { readonly at: number; readonly length: number }[] = [];
  for (const { start, end, address } of links) {
    const bracket = isToldBy(text.slice(start, end), address) ? '' : ` (${address})`;
    told += text.slice(from, end) + bracket;
    added.push({ at: end, length: bracket.length });
    from = end;
  }
  const moved = (offset: number, isEnd: boolean): number =>
    added
      .filter(({ at }) => (isEnd ? at < offset : at <= offset))
      .reduce((sum, { length }) => sum + length, offset);
  const span = answer && { start: moved(answer.start, false), end: moved(answer.end, true) };
  return { text: told + text.slice(from), answer: span };
}

/** Returns whether the words of a link are its address already, perhaps without `https://` or `mailto:`. */
function isToldBy(words: string, address: string): boolean {
  return stripScheme(words.trim()) === stripScheme(address);
}

function stripScheme(text: string): string {
  return text.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}
