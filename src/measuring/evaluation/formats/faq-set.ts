import { parse } from 'node:path';
import * as z from 'zod/mini';
import { fitsSchema, parseContent } from './set-content.ts';

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

const FILE = z.object({
  path: z.string(),
  markdown: z.string(),
  pairs: z.array(z.object({ question: z.string(), section: z.string(), reworded: z.nullish(z.string()) })),
});
const FAQ_SET = z.object({ files: z.array(FILE) });

/** Returns whether the content of a file looks like this format; not all of it is checked. */
export function isFaqSet(value: unknown): boolean {
  return fitsSchema(z.object({ files: z.array(z.unknown()) }), value);
}

/** @throws {TypeError} naming the first invalid field */
export function parseFaqSet(value: unknown, file: string): FaqSet {
  const { files } = parseContent(FAQ_SET, value);
  return { name: parse(file).name, questions: files.flatMap(listQuestions) };
}

function listQuestions({ pairs, ...file }: z.output<typeof FILE>): readonly FaqQuestion[] {
  return pairs.flatMap(({ question: heading, section, reworded }) => {
    const own = { question: heading, heading, isReworded: false, section, file };
    return reworded == null ? [own] : [own, { ...own, question: reworded, isReworded: true }];
  });
}
