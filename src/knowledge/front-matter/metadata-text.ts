import { isScalar, type ParsedNode } from 'yaml';
import { removeUnseen } from '../../text/layout/printable.ts';
import { MAX_TITLE_CHARS } from '../article/article.ts';
import { type FileProblem, type ProblemCause, toWarning } from '../article/problem.ts';

/** Control characters could control a terminal. A lone surrogate cannot be written as UTF-8. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

export type TitleResult =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** Reads the title from the front matter. */
export function readTitle({ node, line }: Field): TitleResult {
  if (node !== null && !isScalar(node)) return toTitleProblem({ code: 'title-not-text' }, line);
  return checkTitle(readText(node), line);
}

/** Returns whether a value is `~` or `null`, which stand for no value. In quotation marks they are text. */
export function isNull(node: ParsedNode | null): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /^(?:~|null)$/i.test(readText(node));
}

/**
 * Checks a title and returns it as readers see it: on one line, with folded white space, without invisible characters.
 * `line` is its line in the file.
 */
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

/**
 * Reads a scalar as text on one line, with folded white space. Returns null if it is not a scalar, is blank, or
 * holds control characters.
 */
export function readOneLine(node: ParsedNode | null): string | null {
  if (!isScalar(node)) return null;
  const folded = foldSpace(readText(node));
  if (UNFIT.test(folded)) return null;
  const text = foldSpace(removeUnseen(folded));
  return text === '' ? null : text;
}

/**
 * Returns the text of a scalar. In the failsafe schema every scalar is text, and an empty one is `''`, but the types
 * do not say so.
 */
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
  /** The line of the file that holds the key, and a function that finds the line of an offset in the YAML. */
  readonly line: number;
  readonly lineAt: (offset: number) => number;
}

/** The readable value of a field, with a warning for each unreadable part. */
export interface FieldResult<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}
