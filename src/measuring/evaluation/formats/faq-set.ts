import { parse } from 'node:path';
import { readList, readRecord, readText, readTextOrNull } from './set-fields.ts';

/** Files of questions and answers. Each question is asked of its own file only. */
export interface FaqSet {
  readonly name: string;
  readonly questions: readonly FaqQuestion[];
}

export interface FaqQuestion {
  readonly question: string;
  readonly heading: string;
  /** Whether the question is in a member's words instead of the heading's. */
  readonly isReworded: boolean;
  /** The text below the heading in the file, with its markup. */
  readonly section: string;
  /** The same object for all questions of one file. */
  readonly file: FaqFile;
}

export interface FaqFile {
  readonly path: string;
  readonly markdown: string;
}

/** Whether the content of a file looks like this format; not all of it is checked. */
export function isFaqSet(value: unknown): boolean {
  return Array.isArray(readRecord(value, 'the file')['files']);
}

/** @throws {TypeError} naming the first invalid field */
export function parseFaqSet(value: unknown, file: string): FaqSet {
  const files = readList(readRecord(value, 'the file')['files'], 'files');
  return { name: parse(file).name, questions: files.flatMap(parseFile) };
}

function parseFile(value: unknown): readonly FaqQuestion[] {
  const { path, markdown, pairs } = readRecord(value, 'a file');
  const file = { path: readText(path, 'files.path'), markdown: readText(markdown, 'files.markdown') };
  return readList(pairs, 'files.pairs').flatMap((pair) => parsePair(pair, file));
}

function parsePair(value: unknown, file: FaqFile): readonly FaqQuestion[] {
  const pair = readRecord(value, 'a pair');
  const section = readText(pair['section'], 'pairs.section');
  const heading = readText(pair['question'], 'pairs.question');
  const own = { question: heading, heading, isReworded: false, section, file };
  const reworded = readTextOrNull(pair['reworded'], 'pairs.reworded');
  return reworded === null ? [own] : [own, { ...own, question: reworded, isReworded: true }];
}
