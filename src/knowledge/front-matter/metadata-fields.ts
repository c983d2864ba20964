import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { ALIAS_LIMITS, type Alias, isLongAlias } from '../article/article.ts';
import { type FileProblem, type ProblemCause, toWarning } from '../article/problem.ts';
import { type Field, type FieldResult, isNull, readOneLine, readText } from './metadata-text.ts';

/** `YYYY-MM-DD`, or a full ISO timestamp. Its date is kept as written, in the timestamp's own time zone. */
const ISO_DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Surviving texts date from 1000 on. Web pages and scans are not older than photography. */
const EARLIEST_YEARS: Readonly<Record<string, number>> = { published: 1000, captured: 1826 };
const LATEST_YEAR = 2199;

/**
 * Reads `published` or `captured`. Returns null if it is not a date of the calendar, or its year is out of range.
 */
export function readDate({ key, node, line }: Field): FieldResult<string | null> {
  const date = ISO_DATE.exec(readOneLine(node) ?? '')?.[1];
  if (date === undefined || !isInCalendar(date)) return refuse({ code: 'not-a-date', key }, line);
  const year = Number(date.slice(0, 4));
  const earliest = EARLIEST_YEARS[key] ?? 1000;
  if (year >= earliest && year <= LATEST_YEAR) return { value: date, problems: [] };
  return refuse({ code: 'year-out-of-range', key, earliest, latest: LATEST_YEAR }, line);
}

/** 30 February is not a date, but JavaScript may turn it into another one. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Discord accepts no longer link in an embed. */
const MAX_URL_CHARS = 2048;

/**
 * Reads an absolute http or https address as written. Returns null for all others: other schemes would make links that
 * run something. Discord rejects a whole message where a host has no dot or holds an underscore.
 */
export function readUrl({ node, line }: Field): FieldResult<string | null> {
  const url = readOneLine(node);
  // The page's path on its own site, as in Hugo and Docusaurus.
  if (url?.startsWith('/') && !url.startsWith('//')) return { value: null, problems: [] };
  if (url === null || !isWebAddress(url)) return refuse({ code: 'url-not-web-address' }, line);
  const { href, hostname } = new URL(url);
  if (href.length > MAX_URL_CHARS)
    return refuse({ code: 'field-too-long', key: 'url', maxChars: MAX_URL_CHARS }, line);
  if (LINKABLE_HOST.test(hostname)) return { value: url, problems: [] };
  return refuse({ code: 'host-not-linkable', host: hostname }, line);
}

const LINKABLE_HOST = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+\.?$/i;

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
}

const MAX_PUBLISHER_CHARS = 200;

/** Reads the publisher, on one line. Returns null if it is not text, or too long for a line. */
export function readPublisher({ node, line }: Field): FieldResult<string | null> {
  const text = readOneLine(node);
  if (text !== null && text.length <= MAX_PUBLISHER_CHARS) return { value: text, problems: [] };
  if (text === null) return refuse({ code: 'publisher-not-text' }, line);
  return refuse({ code: 'field-too-long', key: 'publisher', maxChars: MAX_PUBLISHER_CHARS }, line);
}

/**
 * Reads a language tag and returns it in its usual spelling. Returns null if it names no known language, because
 * nothing could be shown to readers.
 */
export function readLanguage({ node, line }: Field): FieldResult<string | null> {
  const tag = parseLanguageTag(readOneLine(node) ?? '');
  if (tag !== null) return { value: tag, problems: [] };
  return refuse({ code: 'language-unknown' }, line);
}

/** @see https://www.rfc-editor.org/info/bcp47 */
function parseLanguageTag(text: string): string | null {
  try {
    const { baseName, language } = new Intl.Locale(text);
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return names.of(language) === undefined ? null : baseName;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const MAX_DAYS = 3650;

/** Reads a whole number of days from 1 to 3,650, which are ten years. Returns null for all other values. */
export function readDays({ key, node, line }: Field): FieldResult<number | null> {
  const text = readOneLine(node) ?? '';
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAX_DAYS) return { value: days, problems: [] };
  return refuse({ code: 'not-days', key, maxDays: MAX_DAYS }, line);
}

/** Each alias is searched for in every question, and its words are compared with those of every fact nearby. */
const MAX_ALIASES = 300;

/** Reads aliases: short form → long form, in the author's order. Ignores Hugo's list of former addresses. */
export function readAliases(field: Field): FieldResult<readonly Alias[]> {
  if (!isMap<ParsedNode, ParsedNode | null>(field.node)) return { value: [], problems: [] };
  const value: Alias[] = [];
  const problems: FileProblem[] = [];
  for (const { key, value: node } of field.node.items) {
    const line = field.lineAt(key.range[0]);
    if (value.length >= MAX_ALIASES)
      return { value, problems: [...problems, explainTooMany(line, 'aliases', MAX_ALIASES)] };
    const short = readOneLine(key);
    const long = readOneLine(node);
    // A file must not change the prototype of an object that holds aliases.
    if (short === null || long === null || short === '__proto__')
      problems.push(toWarning({ code: 'alias-not-pair' }, line));
    else if (isLongAlias({ short, long }))
      problems.push(toWarning({ code: 'alias-too-long', ...ALIAS_LIMITS }, line));
    else value.push({ short, long });
  }
  return { value, problems };
}

const MAX_PINNED = 200;
const MAX_QUESTION_CHARS = 300;

/**
 * Reads the questions to suggest first, in the author's order. Ignores `pinned: true`, which fixes the position of a
 * blog post.
 */
export function readPinned(field: Field): FieldResult<readonly string[]> {
  if (!isSeq<ParsedNode>(field.node)) {
    const isSwitch = /^(?:true|false)$/i.test(readOneLine(field.node) ?? '');
    return { value: [], problems: isSwitch ? [] : [toWarning({ code: 'pinned-not-list' }, field.line)] };
  }
  const value: string[] = [];
  const problems: FileProblem[] = [];
  for (const item of field.node.items) {
    const line = field.lineAt(item.range[0]);
    if (value.length >= MAX_PINNED)
      return { value, problems: [...problems, explainTooMany(line, 'pinned', MAX_PINNED)] };
    const question = readOneLine(item);
    if (question === null) problems.push(toWarning({ code: 'pinned-not-text' }, line));
    else if (question.length > MAX_QUESTION_CHARS)
      problems.push(toWarning({ code: 'pinned-too-long', maxChars: MAX_QUESTION_CHARS }, line));
    else value.push(question);
  }
  return { value, problems };
}

const MAX_READERS = 50;
/** The longest name that Discord allows a channel or a role. */
const MAX_READER_CHARS = 100;

/**
 * Reads `channels` or `roles`: names or ids, in the author's order. Returns none, for nobody, if it is not a list of them: what was meant
 * for some must not become readable for everybody.
 */
export function readReaders({ key, node, line, lineAt }: Field): FieldResult<readonly string[]> {
  if (isSeq<ParsedNode>(node) ? node.items.length === 0 : isNothing(node))
    return closeTo([], toWarning({ code: 'readers-empty', key }, line));
  if (!isSeq<ParsedNode>(node)) return closeTo([], toWarning({ code: 'readers-not-list', key }, line));
  const value: string[] = [];
  for (const item of node.items) {
    const at = lineAt(item.range[0]);
    if (value.length >= MAX_READERS) return closeTo(value, explainTooMany(at, key, MAX_READERS));
    const name = readOneLine(item);
    if (name === null || name.length > MAX_READER_CHARS)
      return closeTo([], toWarning({ code: 'reader-not-text', key }, at));
    value.push(name);
  }
  return { value, problems: [] };
}

function closeTo(value: readonly string[], problem: FileProblem): FieldResult<readonly string[]> {
  return { value, problems: [problem] };
}

function isNothing(node: ParsedNode | null): boolean {
  return node === null || isNull(node) || (isScalar(node) && readText(node) === '');
}

function explainTooMany(line: number, key: string, max: number): FileProblem {
  return toWarning({ code: 'too-many-entries', key, max }, line);
}

function refuse(cause: ProblemCause, line: number): FieldResult<null> {
  return { value: null, problems: [toWarning(cause, line)] };
}
