import { dirname, join, parse, resolve } from 'node:path';
import * as z from 'zod/mini';
import { fitsSchema, parseContent } from './set-content.ts';

/** Questions as members type them, asked of a folder of articles as a community publishes them. */
export interface NaturalSet {
  readonly name: string;
  /** The folder that the set lies in. Sets of one folder also get figures together. */
  readonly group: string;
  /** The folder of its articles. */
  readonly folder: string;
  readonly questions: readonly NaturalQuestion[];
}

export interface NaturalQuestion {
  readonly question: string;
  readonly isAnswerable: boolean;
  /** Texts that answer, or are a part of the answer; empty where nothing answers. */
  readonly gold: readonly GoldText[];
  /** The passage that a helpful person would paste, as it is in the file, or null if the set does not say. */
  readonly whole: string | null;
}

interface GoldText {
  /** The path of the article's file. */
  readonly path: string;
  readonly text: string;
}

/** Returns the name, group and folder of a set in the file `NAME.json` or `NAME.tsv`. Its articles are in `NAME/` beside it. */
export function locateSet(file: string): Omit<NaturalSet, 'questions'> {
  const group = resolve(dirname(file));
  const { name } = parse(file);
  return { name, group, folder: join(group, name) };
}

const QUESTION = z.object({
  question: z.string(),
  answerable: z.nullish(z.boolean()),
  gold: z.nullish(z.array(z.object({ path: z.string(), text: z.string() }))),
  whole: z.nullish(z.object({ text: z.string() })),
});

/** Returns whether the content of a file looks like this format; not all of it is checked. */
export function isNaturalSet(value: unknown): boolean {
  return fitsSchema(z.object({ questions: z.array(z.unknown()).check(z.refine(hasGold)) }), value);
}

function hasGold(questions: readonly unknown[]): boolean {
  return questions.some((question) => fitsSchema(z.object({ gold: z.unknown() }), question));
}

/** @throws {TypeError} naming the first invalid field */
export function parseNaturalSet(value: unknown, file: string): NaturalSet {
  const { questions } = parseContent(z.object({ questions: z.array(QUESTION) }), value);
  return {
    ...locateSet(file),
    questions: questions.map(({ question, answerable, gold, whole }) => ({
      question,
      isAnswerable: answerable === true,
      gold: gold ?? [],
      whole: whole?.text ?? null,
    })),
  };
}
