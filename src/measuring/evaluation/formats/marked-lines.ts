import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalised } from '../../kit/word-overlap.ts';
import { type NaturalQuestion, type NaturalSet, placeOfSet } from './natural-set.ts';
import { withoutMarks } from './without-marks.ts';

/** Stands in the place of a file where nothing answers. */
const NO_FILE = '-';
const BETWEEN_QUESTIONS = ' || ';
/** Shorter lines of a passage say nothing by themselves. */
const LEAST_CHARS = 12;

/** What a line of the file tells of the questions at its end. */
interface Marked {
  readonly path: string;
  /** `FROM-TO`, lines of that file from 1. */
  readonly range: string;
  /** The shortest text in these lines that answers; empty where all of them are needed. */
  readonly key: string;
}

/**
 * The natural set in a file of lines of five columns with tabs between them: file, lines of it that answer, the text in them that decides, the form of
 * the answer (passed over), questions with ` || ` between them.
 *
 * @throws {TypeError} that names the first line which is not so
 */
export async function readMarkedLines(file: string): Promise<NaturalSet> {
  const place = placeOfSet(file);
  const rows = (await readFile(file, 'utf8')).split('\n');
  const questions = await Promise.all(
    rows.flatMap((row, index) =>
      row === '' ? [] : readRow(row, { folder: place.folder, number: index + 1 }),
    ),
  );
  return { ...place, questions: questions.flat() };
}

async function readRow(
  row: string,
  { folder, number }: { readonly folder: string; readonly number: number },
): Promise<readonly NaturalQuestion[]> {
  const [path, range, key, , asked] = row.split('\t');
  if (path === undefined || range === undefined || key === undefined || asked === undefined)
    throw new TypeError(`line ${number} has no five columns`);
  const answer = path === NO_FILE ? NOTHING : await readAnswer(folder, { path, range, key });
  return asked
    .split(BETWEEN_QUESTIONS)
    .map((question) => question.trim())
    .filter((question) => question !== '')
    .map((question) => ({ question, ...answer }));
}

type MarkedAnswer = Omit<NaturalQuestion, 'question'>;

const NOTHING: MarkedAnswer = { isAnswerable: false, gold: [], whole: null };

async function readAnswer(folder: string, { path, range, key }: Marked): Promise<MarkedAnswer> {
  const [from = Number.NaN, to = Number.NaN] = range.split('-').map(Number);
  if (Number.isNaN(from + to)) throw new TypeError(`“${range}” are no lines`);
  const lines = (await readFile(join(folder, path), 'utf8')).split('\n').slice(from - 1, to);
  const whole = withoutMarks(lines.join('\n'));
  const parts = key.trim() === '' ? lines.map(withoutItemMark).filter(saysSomething) : [withoutMarks(key)];
  const texts = parts.filter((part) => normalised(part) !== '');
  const gold = (texts.length === 0 ? [whole] : texts).map((text) => ({ path, text }));
  return { isAnswerable: true, gold, whole };
}

function withoutItemMark(line: string): string {
  return withoutMarks(line.replace(/^\s*(?:[-*+>|#]+|\d+[.)])\s*/, ''));
}

function saysSomething(text: string): boolean {
  return normalised(text).length >= LEAST_CHARS;
}
