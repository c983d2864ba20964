import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliseText } from '../../kit/word-overlap.ts';
import { locateSet, type NaturalQuestion, type NaturalSet } from './natural-set.ts';

/** Stands for the file where nothing answers. */
const NO_FILE = '-';
const BETWEEN_QUESTIONS = ' || ';
/** Shorter lines of a passage mean nothing by themselves. */
const MIN_CHARS = 12;

/** The answer that a line of the file gives to its questions. */
interface Marked {
  readonly path: string;
  /** `FROM-TO`: line numbers of that file, from 1. */
  readonly range: string;
  /** The shortest text in these lines that answers; empty where all lines are needed. */
  readonly key: string;
}

/**
 * Reads the natural set in a file of lines with five columns, which tabs separate: file, its lines that answer, the text in them that answers, the form of
 * the answer (ignored), and questions separated by ` || `.
 *
 * @throws {TypeError} naming the first line that is different
 */
export async function readMarkedLines(file: string): Promise<NaturalSet> {
  const location = locateSet(file);
  const rows = (await readFile(file, 'utf8')).split('\n');
  const questions = await Promise.all(
    rows.flatMap((row, index) =>
      row === '' ? [] : readRow(row, { folder: location.folder, number: index + 1 }),
    ),
  );
  return { ...location, questions: questions.flat() };
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
  const whole = removeMarks(lines.join('\n'));
  const parts = key.trim() === '' ? lines.map(removeItemMark).filter(isMeaningful) : [removeMarks(key)];
  const texts = parts.filter((part) => normaliseText(part) !== '');
  const gold = (texts.length === 0 ? [whole] : texts).map((text) => ({ path, text }));
  return { isAnswerable: true, gold, whole };
}

function removeItemMark(line: string): string {
  return removeMarks(line.replace(/^\s*(?:[-*+>|#]+|\d+[.)])\s*/, ''));
}

function isMeaningful(text: string): boolean {
  return normaliseText(text).length >= MIN_CHARS;
}

/** Returns the text of an article's file roughly as a reader sees it: one line without comments, pictures, link addresses, tags and marks. */
export function removeMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-zA-Z][^>]*>/g, ' ')
    .replace(/[*`]+/g, '')
    .replace(/\{[#.][^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
