import { parse } from 'node:path';
import { list, record, text, textOrNull } from './set-fields.ts';

/** Files of questions and answers, each asked what stands in it and of nothing else. */
export interface FaqSet {
  readonly name: string;
  readonly questions: readonly FaqQuestion[];
}

export interface FaqQuestion {
  readonly question: string;
  readonly heading: string;
  /** Whether the question is in a member's words, not in those of the heading. */
  readonly isReworded: boolean;
  /** What the file has below the heading, with its marks. */
  readonly section: string;
  /** The same object for all questions of one file. */
  readonly file: FaqFile;
}

export interface FaqFile {
  readonly path: string;
  readonly markdown: string;
}

/** Whether the content of a file is in this format, as far as one can tell without reading all. */
export function isFaqSet(value: unknown): boolean {
  return Array.isArray(record(value, 'the file')['files']);
}

/** @throws {TypeError} that names the first field which is not as it must be */
export function parseFaqSet(value: unknown, file: string): FaqSet {
  const files = list(record(value, 'the file')['files'], 'files');
  return { name: parse(file).name, questions: files.flatMap(parseFile) };
}

function parseFile(value: unknown): readonly FaqQuestion[] {
  const { path, markdown, pairs } = record(value, 'a file');
  const file = { path: text(path, 'files.path'), markdown: text(markdown, 'files.markdown') };
  return list(pairs, 'files.pairs').flatMap((pair) => parsePair(pair, file));
}

function parsePair(value: unknown, file: FaqFile): readonly FaqQuestion[] {
  const pair = record(value, 'a pair');
  const section = text(pair['section'], 'pairs.section');
  const heading = text(pair['question'], 'pairs.question');
  const own = { question: heading, heading, isReworded: false, section, file };
  const reworded = textOrNull(pair['reworded'], 'pairs.reworded');
  return reworded === null ? [own] : [own, { ...own, question: reworded, isReworded: true }];
}
