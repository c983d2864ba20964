import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { LineCounter, parseDocument } from 'yaml';
import { explainJsonError } from '../../kit/json-mistake.ts';
import { NO_METADATA } from '../article/article.ts';
import { type FileProblem, toSkipped } from '../article/problem.ts';
import { explainYamlError } from '../front-matter/yaml-mistake.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { chooseTitle, type FileContent, removeLines } from './file-content.ts';

/** A question with its answer, as listed in a file. */
interface Entry {
  readonly question: string;
  /** Markdown; never blank. */
  readonly answer: string;
}

/** Questions with their answers in the file's order, and the name of their group. */
interface Group {
  readonly name: string | null;
  readonly entries: readonly Entry[];
}

/** The formats of lists of questions and answers. */
type ListFormat = 'json' | 'yaml' | 'csv';

/** The usual keys of questions and answers. */
const QUESTION_KEYS = ['question', 'q', 'prompt', 'term', 'title', 'name'];
const ANSWER_KEYS = [
  'answer',
  'a',
  'response',
  'reply',
  'definition',
  'meaning',
  'text',
  'content',
  'body',
  'description',
];
/** People do not keep lists by hand that are nested deeper. */
const MAX_DEPTH = 12;

/** Reads a JSON file that lists questions with their answers. */
export function readJsonFile(text: string, path: string): FileContent {
  return readList(text, path, 'json');
}

/** Reads a YAML file that lists questions with their answers. */
export function readYamlFile(text: string, path: string): FileContent {
  return readList(text, path, 'yaml');
}

/** Reads a CSV file with a question and an answer in each row. */
export function readCsvFile(text: string, path: string): FileContent {
  return readList(text, path, 'csv');
}

function readList(text: string, path: string, format: ListFormat): FileContent {
  const markdown = convertOrExplain(text, format);
  if (typeof markdown !== 'string') return { content: null, problems: [markdown] };
  const metadata = { ...NO_METADATA, title: chooseTitle(null, path) };
  const body = readMarkdown({ body: markdown, bodyLine: 1 }, metadata.title);
  if (body.kind === 'problem') return removeLines({ content: null, problems: [body.problem] });
  return removeLines({ content: { metadata, paragraphs: body.paragraphs }, problems: body.problems });
}

function convertOrExplain(text: string, format: ListFormat): string | FileProblem {
  try {
    return convertQuestionList(text, format) ?? toSkipped({ code: 'no-question-list' });
  } catch (error) {
    const { detail, line } = explainSyntaxError(text, error);
    const cause = { code: 'invalid-list', format: format.toUpperCase(), detail } as const;
    return toSkipped(cause, line);
  }
}

/** Says why a text is not valid. `line` counts from 1, and is null where the parser names none. */
function explainSyntaxError(
  text: string,
  error: unknown,
): { readonly detail: string; readonly line: number | null } {
  if (error instanceof YamlSyntaxError) return { detail: error.message, line: error.line };
  if (error instanceof SyntaxError) return explainJsonError(text, error);
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const [, detail = first, line = ''] = /^(.*?) at line (\d+)$/.exec(first) ?? [];
  // The parser names the last line of the file there.
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { detail, line: text.slice(0, text.lastIndexOf('"')).split('\n').length };
  return { detail: detail.replace(/[.:]$/, ''), line: line === '' ? null : Number(line) };
}

/**
 * Converts the questions and answers of a file to Markdown, with a heading for each question. Returns null if the
 * file holds none. Ignores everything else, because such lists carry ids, dates and tags.
 *
 * @throws {Error} where the text is not valid JSON, YAML or CSV. The message says why, in English
 */
export function convertQuestionList(text: string, format: ListFormat): string | null {
  const groups =
    format === 'csv' ? readRows(parseCsv(text, CSV)) : [...findGroups(parseTree(text, format), null, 0)];
  if (groups.length === 0) return null;
  return groups.map(renderGroup).join('');
}

const CSV = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
} as const;

function parseTree(text: string, format: 'json' | 'yaml'): unknown {
  return format === 'json' ? JSON.parse(text) : parseYaml(text);
}

/** Why a text is not YAML, on a line that counts from 1. The message has no full stop. */
class YamlSyntaxError extends Error {
  override readonly name = 'YamlSyntaxError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

function parseYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  // Searching for duplicate keys takes time with the square of their number.
  const options = { uniqueKeys: false, logLevel: 'error', prettyErrors: false, lineCounter } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error !== undefined) {
    const { offset, detail } = explainYamlError(document, error);
    throw new YamlSyntaxError(detail, lineCounter.linePos(offset).line);
  }
  // Without a limit on aliases, a few lines of YAML could fill the memory, because an alias may refer to a list of
  // aliases.
  return document.toJS({ maxAliasCount: 0 });
}

function* findGroups(value: unknown, name: string | null, depth: number): Generator<Group> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  const own = Array.isArray(value) ? value.flatMap((each) => readEntry(each) ?? []) : findEntries(value);
  if (own.length > 0) yield { name, entries: own };
  for (const [key, each] of Object.entries(value)) {
    const isItem = Array.isArray(value);
    if (!isItem || readEntry(each) === null)
      yield* findGroups(each, isItem ? name : chooseGroupName(key, name), depth + 1);
  }
}

/**
 * Finds the entries of an object such as `{"May I bring pets?": "Only small ones."}`, or of a single entry with a
 * `question`. A “name” with a “description” is not an entry: it describes a package.
 */
function findEntries(value: object): readonly Entry[] {
  const own = Object.keys(value).some((key) => /^(?:question|q)$/i.test(key.trim()))
    ? readEntry(value)
    : null;
  if (own !== null) return [own];
  return Object.entries(value).flatMap(([key, answer]) =>
    key.trim().endsWith('?') ? (buildEntry(key, answer) ?? []) : [],
  );
}

/** Chooses the name of a group. Field names such as “faqs” or “items” tell readers nothing. */
function chooseGroupName(key: string, above: string | null): string | null {
  return /^[a-z_\d-]+$/.test(key) ? above : key;
}

function readEntry(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map(Object.entries(value).map(([key, each]) => [key.trim().toLowerCase(), each]));
  const question = QUESTION_KEYS.find((key) => typeof fields.get(key) === 'string');
  const answer = ANSWER_KEYS.find((key) => readAnswer(fields.get(key)) !== null);
  return question === undefined || answer === undefined
    ? null
    : buildEntry(String(fields.get(question)), fields.get(answer));
}

function buildEntry(question: string, answer: unknown): Entry | null {
  const text = readAnswer(answer);
  const oneLine = question.replace(/\s+/g, ' ').trim();
  return text === null || oneLine === '' ? null : { question: oneLine, answer: text };
}

/** Reads an answer: one text, or several as paragraphs. Returns null if there is none. */
function readAnswer(value: unknown): string | null {
  const texts = Array.isArray(value) ? value : [value];
  if (!texts.every((each) => ['string', 'number', 'boolean'].includes(typeof each))) return null;
  const text = texts.join('\n\n').trim();
  return text === '' ? null : text;
}

/** Reads rows. The first row names the columns. In two columns without names, the first one holds the questions. */
function readRows(rows: readonly (readonly string[])[]): readonly Group[] {
  const [head = [], ...others] = rows;
  const names = head.map((name) => name.toLowerCase());
  const [asks, answers] = [QUESTION_KEYS, ANSWER_KEYS].map((keys) =>
    names.findIndex((name) => keys.includes(name)),
  );
  const isNamed =
    asks !== undefined && answers !== undefined && asks >= 0 && answers >= 0 && asks !== answers;
  if (!isNamed && head.length !== 2) return [];
  const entries = (isNamed ? others : rows).flatMap(
    (row) => buildEntry(row[isNamed ? asks : 0] ?? '', row[isNamed ? answers : 1] ?? '') ?? [],
  );
  return entries.length === 0 ? [] : [{ name: null, entries }];
}

function renderGroup({ name, entries }: Group): string {
  const heading = name === null ? '' : `## ${name}\n\n`;
  return heading + entries.map(({ question, answer }) => `### ${question}\n\n${answer}\n\n`).join('');
}
