import { readFile } from 'node:fs/promises';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import { type FaqSet, isFaqSet, parseFaqSet } from './faq-set.ts';
import { readMarkedLines } from './marked-lines.ts';
import { isNaturalSet, type NaturalSet, parseNaturalSet } from './natural-set.ts';
import { parseQuestionSet, type QuestionSet } from './question-set.ts';
import { listSetFiles } from './set-files.ts';

/** Sets by their kind, each kind in the order in which its files were found. */
export interface LoadedSets {
  /** Questions of members, asked of articles as communities publish them. */
  readonly natural: readonly NaturalSet[];
  /** Files of questions and answers, asked each its own questions. */
  readonly faq: readonly FaqSet[];
  /** Questions whose right sentence is known, with articles in plain paragraphs. */
  readonly plain: readonly QuestionSet[];
}

/**
 * The sets at `path`: a file, the folder of the articles beside one, or a folder with sets at any depth.
 *
 * @throws {UserFacingError} `unusable-arguments` where there is none, or one is in no format that is known
 */
export async function loadSets(path: string): Promise<LoadedSets> {
  const files = await filesAt(path);
  if (files.length === 0) throw unusable(`There is no question set in “${path}”.`);
  return joinSets(await Promise.all(files.map(loadFile)));
}

/** All sets of several places. */
export function joinSets(all: readonly LoadedSets[]): LoadedSets {
  return {
    natural: all.flatMap(({ natural }) => natural),
    faq: all.flatMap(({ faq }) => faq),
    plain: all.flatMap(({ plain }) => plain),
  };
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    return await listSetFiles(path);
  } catch (cause) {
    throw unusable(`“${path}” cannot be read.`, cause);
  }
}

async function loadFile(file: string): Promise<LoadedSets> {
  try {
    return await readSet(file);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw unusable(`“${file}” is not a question set: ${detail}.`, cause);
  }
}

async function readSet(file: string): Promise<LoadedSets> {
  const none: LoadedSets = { natural: [], faq: [], plain: [] };
  if (file.endsWith('.tsv')) return { ...none, natural: [await readMarkedLines(file)] };
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (isFaqSet(value)) return { ...none, faq: [parseFaqSet(value, file)] };
  if (isNaturalSet(value)) return { ...none, natural: [parseNaturalSet(value, file)] };
  return { ...none, plain: [parseQuestionSet(value)] };
}

function unusable(message: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', message, { cause });
}
