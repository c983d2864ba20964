import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { Alias } from './article.ts';
import type { Field, FieldResult } from './front-matter-field.ts';
import { oneLine } from './metadata-text.ts';
import { type Flaw, warning } from './problem.ts';

/** `YYYY-MM-DD`, or a full ISO timestamp of which the date is kept as it is written, in its own time zone. */
const ISO_DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/;

/** `published` and `captured`: a date of the real calendar, else null. */
export function readDate({ key, node, line }: Field): FieldResult<string | null> {
  const date = ISO_DATE.exec(oneLine(node) ?? '')?.[1];
  if (date !== undefined && isInCalendar(date)) return { value: date, flaws: [] };
  const message = `“${key}” is not a day of the calendar in the form YYYY-MM-DD.`;
  return { value: null, flaws: [warning({ line, message, remedy: `Write it like “${key}: 2018-12-17”.` })] };
}

/** 30 February is either no date or, to JavaScript, another one. */
function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** An absolute http or https address as written, else null: other schemes would be links that run something. */
export function readUrl({ node, line }: Field): FieldResult<string | null> {
  const url = oneLine(node);
  if (url !== null && isWebAddress(url)) return { value: url, flaws: [] };
  const message = '“url” is not a web address.';
  return {
    value: null,
    flaws: [warning({ line, message, remedy: 'Write it in full, with https:// in front.' })],
  };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
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
    const short = oneLine(key);
    const long = oneLine(node);
    // Whoever keeps aliases in an object must not get its prototype changed by a file.
    if (short !== null && long !== null && short !== '__proto__') value.push({ short, long });
    else flaws.push(unusableAlias(field.lineAt(key.range[0])));
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
    const question = oneLine(item);
    if (question === null) flaws.push(unusableQuestion(field.lineAt(item.range[0])));
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
