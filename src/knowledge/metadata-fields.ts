import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { Alias } from './article.ts';
import type { Field, FieldResult } from './front-matter-field.ts';
import { oneLine } from './metadata-text.ts';
import { type Flaw, warning } from './problem.ts';

/** `YYYY-MM-DD`, or a full ISO timestamp of which the date is kept as it is written, in its own time zone. */
const ISO_DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** Texts have come down to us from 1000 on; a web page or scan is taken no earlier than there are cameras. */
const EARLIEST_YEARS: Readonly<Record<string, number>> = { published: 1000, captured: 1826 };
const LATEST_YEAR = 2199;

/** `published` and `captured`: a date of the real calendar in a year that can be meant, else null. */
export function readDate({ key, node, line }: Field): FieldResult<string | null> {
  const date = ISO_DATE.exec(oneLine(node) ?? '')?.[1];
  const remedy = `Write it like “${key}: 2018-12-17”.`;
  if (date === undefined || !isInCalendar(date)) {
    const message = `“${key}” is not a day of the calendar in the form YYYY-MM-DD.`;
    return { value: null, flaws: [warning({ line, message, remedy })] };
  }
  const year = Number(date.slice(0, 4));
  const earliest = EARLIEST_YEARS[key] ?? 1000;
  if (year >= earliest && year <= LATEST_YEAR) return { value: date, flaws: [] };
  const message = `“${key}” names a year before ${earliest} or after ${LATEST_YEAR}.`;
  return { value: null, flaws: [warning({ line, message, remedy })] };
}

/** 30 February is either no date or, to JavaScript, another one. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Discord takes no longer link in an embed. */
const MAX_URL_CHARS = 2048;

/**
 * An absolute http or https address as written, else null: other schemes would be links that run something, and Discord refuses the whole
 * message where a host has no dot or holds an underscore.
 */
export function readUrl({ node, line }: Field): FieldResult<string | null> {
  const url = oneLine(node);
  if (url === null || !isWebAddress(url)) {
    const message = '“url” is not a web address.';
    const remedy = 'Write it in full, with https:// in front.';
    return { value: null, flaws: [warning({ line, message, remedy })] };
  }
  const { href, hostname } = new URL(url);
  if (href.length > MAX_URL_CHARS) return { value: null, flaws: [tooLong(line, 'url', MAX_URL_CHARS)] };
  if (LINKABLE_HOST.test(hostname)) return { value: url, flaws: [] };
  const message = `“url” leads to “${hostname}”, which Discord takes for no web address.`;
  const remedy = 'Name a host with a dot and without underscores, as in https://example.org.';
  return { value: null, flaws: [warning({ line, message, remedy })] };
}

const LINKABLE_HOST = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+\.?$/i;

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
}

const MAX_PUBLISHER_CHARS = 200;

/** Who has published it, on one line; null where that is no text, or too long for a line. */
export function readPublisher({ node, line }: Field): FieldResult<string | null> {
  const text = oneLine(node);
  if (text !== null && text.length <= MAX_PUBLISHER_CHARS) return { value: text, flaws: [] };
  if (text !== null) return { value: null, flaws: [tooLong(line, 'publisher', MAX_PUBLISHER_CHARS)] };
  const message = '“publisher” is not a text on one line.';
  return { value: null, flaws: [warning({ line, message, remedy: 'Write “publisher: Name”.' })] };
}

function tooLong(line: number, key: string, maxChars: number): Flaw {
  const message = `“${key}” is longer than ${maxChars} characters, so it is left out.`;
  return warning({ line, message, remedy: 'Shorten it.' });
}

/** A language by its tag, in the tag's usual spelling, else null: what names no language could not be told to readers. */
export function readLanguage({ node, line }: Field): FieldResult<string | null> {
  const tag = languageTag(oneLine(node) ?? '');
  if (tag !== null) return { value: tag, flaws: [] };
  const message = '“language” is not the tag of a language.';
  const remedy = 'Write it like “language: en” or “language: pt-BR”.';
  return { value: null, flaws: [warning({ line, message, remedy })] };
}

/** @see https://www.rfc-editor.org/info/bcp47 */
function languageTag(text: string): string | null {
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

/** A whole number of days from 1 to 3,650, which are ten years, else null. */
export function readDays({ key, node, line }: Field): FieldResult<number | null> {
  const text = oneLine(node) ?? '';
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MAX_DAYS) return { value: days, flaws: [] };
  const message = `“${key}” is not a number of days from 1 to ${MAX_DAYS}.`;
  return { value: null, flaws: [warning({ line, message, remedy: `Write it like “${key}: 90”.` })] };
}

/** Each alias is looked for in every question, and its words are compared with those of every fact near it. */
const MAX_ALIASES = 300;
const MAX_SHORT_CHARS = 60;
const MAX_LONG_CHARS = 300;

/** Short form → long form, in the author's order. */
export function readAliases(field: Field): FieldResult<readonly Alias[]> {
  if (!isMap<ParsedNode, ParsedNode | null>(field.node)) {
    const message = '“aliases” is not a list of “short form: long form” lines.';
    const remedy = 'Put each on its own line below “aliases:”, indented by two spaces.';
    return { value: [], flaws: [warning({ line: field.line, message, remedy })] };
  }
  const value: Alias[] = [];
  const flaws: Flaw[] = [];
  for (const { key, value: node } of field.node.items) {
    const line = field.lineAt(key.range[0]);
    if (value.length >= MAX_ALIASES)
      return { value, flaws: [...flaws, tooMany(line, 'aliases', MAX_ALIASES)] };
    const short = oneLine(key);
    const long = oneLine(node);
    // Whoever keeps aliases in an object must not get its prototype changed by a file.
    if (short === null || long === null || short === '__proto__') flaws.push(unusableAlias(line));
    else if (short.length > MAX_SHORT_CHARS || long.length > MAX_LONG_CHARS) flaws.push(longAlias(line));
    else value.push({ short, long });
  }
  return { value, flaws };
}

function unusableAlias(line: number): Flaw {
  return warning({
    line,
    message: 'This alias is not a short form with its long form.',
    remedy: 'Write it like “CCD: Customs Cooperation Directorate”, in quotes where it holds marks.',
  });
}

function longAlias(line: number): Flaw {
  return warning({
    line,
    message: `A short form has at most ${MAX_SHORT_CHARS} characters, a long form ${MAX_LONG_CHARS}; this alias is left out.`,
    remedy: 'Shorten it, or explain it in the text.',
  });
}

const MAX_PINNED = 200;
const MAX_QUESTION_CHARS = 300;

/** The questions to suggest first, in the author's order. */
export function readPinned(field: Field): FieldResult<readonly string[]> {
  if (!isSeq<ParsedNode>(field.node)) {
    const message = '“pinned” is not a list.';
    const remedy = 'Put each question on its own line below “pinned:”, beginning with “- ”.';
    return { value: [], flaws: [warning({ line: field.line, message, remedy })] };
  }
  const value: string[] = [];
  const flaws: Flaw[] = [];
  for (const item of field.node.items) {
    const line = field.lineAt(item.range[0]);
    if (value.length >= MAX_PINNED) return { value, flaws: [...flaws, tooMany(line, 'pinned', MAX_PINNED)] };
    const question = oneLine(item);
    if (question === null) flaws.push(unusableQuestion(line));
    else if (question.length > MAX_QUESTION_CHARS) flaws.push(longQuestion(line));
    else value.push(question);
  }
  return { value, flaws };
}

function unusableQuestion(line: number): Flaw {
  return warning({
    line,
    message: 'This pinned question is not a text.',
    remedy: 'Write it after “- ”, in quotes where it holds “: ”.',
  });
}

function longQuestion(line: number): Flaw {
  return warning({
    line,
    message: `This pinned question is longer than ${MAX_QUESTION_CHARS} characters, so it is left out.`,
    remedy: 'Shorten it to what a member would ask.',
  });
}

function tooMany(line: number, key: string, max: number): Flaw {
  return warning({
    line,
    message: `“${key}” has more than ${max} entries; those from here on are left out.`,
    remedy: 'Divide the article, or keep the entries that matter most.',
  });
}
