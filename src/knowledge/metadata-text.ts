import { isScalar, type ParsedNode } from 'yaml';
import type { Field } from './front-matter-field.ts';
import { type Flaw, skipped } from './problem.ts';
import { withoutUnseen } from './unseen-characters.ts';

/** Longer than any headline; what is longer is a paragraph that slipped into the title. Discord shows at most 256. */
const MAX_TITLE_CHARS = 300;

/** Control characters could drive a terminal; a lone half of a surrogate pair cannot be written as UTF-8. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

export type TitleResult =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'flaw'; readonly flaw: Flaw };

/** The title out of the front matter. */
export function readTitle(field: Field | undefined): TitleResult {
  if (field === undefined || isNull(field.node)) {
    return flaw(null, 'The front matter has no title.', 'Add a line “title: …” to it.');
  }
  if (field.node !== null && !isScalar(field.node)) {
    return flaw(field.line, 'The title is not a text.', 'Write it in quotes: title: "…".');
  }
  return checkTitle(textOf(field.node), field.line);
}

/** `~` and `null`, which say that there is none; in quotes they are texts. */
export function isNull(node: ParsedNode | null): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /^(?:~|null)$/i.test(textOf(node));
}

/** A title as the reader sees it: on one line, its white space folded, without characters that nobody sees. `line` is where it stands in the file. */
export function checkTitle(raw: string, line: number): TitleResult {
  const folded = foldSpace(raw);
  if (UNFIT.test(folded)) {
    return flaw(line, 'The title holds control characters.', 'Type it anew, as plain text.');
  }
  const text = foldSpace(withoutUnseen(folded));
  if (text === '') return flaw(line, 'The title is empty.', 'Write what the article is called.');
  if (text.length > MAX_TITLE_CHARS) {
    const message = `The title is longer than ${MAX_TITLE_CHARS} characters.`;
    return flaw(line, message, 'Shorten it, and check that it is not a paragraph of the text.');
  }
  return { kind: 'title', text };
}

/** A scalar's text on one line, its white space folded; null where it is none, blank, or holds control characters. */
export function oneLine(node: ParsedNode | null): string | null {
  if (!isScalar(node)) return null;
  const folded = foldSpace(textOf(node));
  if (UNFIT.test(folded)) return null;
  const text = foldSpace(withoutUnseen(folded));
  return text === '' ? null : text;
}

/** In the failsafe schema every scalar is a text, and an empty one is `''`; only the types do not know. */
export function textOf(node: ParsedNode | null): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function flaw(line: number | null, message: string, remedy: string): TitleResult {
  return { kind: 'flaw', flaw: skipped({ line, message, remedy }) };
}
