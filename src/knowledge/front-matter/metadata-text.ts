import { isScalar, type ParsedNode } from 'yaml';
import { type FileProblem, type ProblemCause, toWarning } from '../article/problem.ts';
import { removeUnseen } from '../article/unseen-characters.ts';

/** Longer than any headline; what is longer is a paragraph that slipped into the title. Discord shows at most 256. */
const MAX_TITLE_CHARS = 300;

/** Control characters could drive a terminal; a lone half of a surrogate pair cannot be written as UTF-8. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

export type TitleResult =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** The title out of the front matter. */
export function readTitle({ node, line }: Field): TitleResult {
  if (node !== null && !isScalar(node)) return toTitleProblem({ code: 'title-not-text' }, line);
  return checkTitle(readText(node), line);
}

/** `~` and `null`, which say that there is none; in quotes they are texts. */
export function isNull(node: ParsedNode | null): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /^(?:~|null)$/i.test(readText(node));
}

/** A title as the reader sees it: on one line, its white space folded, without characters that nobody sees. `line` is where it stands in the file. */
export function checkTitle(raw: string, line: number): TitleResult {
  const folded = foldSpace(raw);
  if (UNFIT.test(folded)) {
    return toTitleProblem({ code: 'title-control-characters' }, line);
  }
  const text = foldSpace(removeUnseen(folded));
  if (text === '') return toTitleProblem({ code: 'title-empty' }, line);
  if (text.length > MAX_TITLE_CHARS)
    return toTitleProblem({ code: 'title-too-long', maxChars: MAX_TITLE_CHARS }, line);
  return { kind: 'title', text };
}

/** A scalar's text on one line, its white space folded; null where it is none, blank, or holds control characters. */
export function readOneLine(node: ParsedNode | null): string | null {
  if (!isScalar(node)) return null;
  const folded = foldSpace(readText(node));
  if (UNFIT.test(folded)) return null;
  const text = foldSpace(removeUnseen(folded));
  return text === '' ? null : text;
}

/** In the failsafe schema every scalar is a text, and an empty one is `''`; only the types do not know. */
export function readText(node: ParsedNode | null): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function toTitleProblem(cause: ProblemCause, line: number | null = null): TitleResult {
  return { kind: 'problem', problem: toWarning(cause, line) };
}

/** One `key: value` of the front matter. */
export interface Field {
  readonly key: string;
  readonly node: ParsedNode | null;
  /** The line of the file on which the key stands, and the line of any offset in the YAML. */
  readonly line: number;
  readonly lineAt: (offset: number) => number;
}

/** What could be read of a field, with a warning for each part that could not. */
export interface FieldResult<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}
