import { parse, TomlDate, TomlError, type TomlTableWithoutBigInt } from 'smol-toml';
import { type FileProblem, type FrontMatterFence, toSkipped } from '../article/problem.ts';

/** The two parts of a Markdown file. TOML and JSON are converted to YAML on the same lines. */
interface SplitFile {
  readonly kind: 'split';
  /** The YAML of the front matter; empty where the file has none. */
  readonly yaml: string;
  /** The line of the file on which `yaml` begins, from 1. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
}

/**
 * Far more than 200 aliases and 50 pinned questions need. The limit keeps a hostile file from blocking the YAML
 * parser.
 */
const MAX_FRONT_MATTER_CHARS = 64 * 1024;

/** The YAML parser compares each key with all others: 15,000 keys took 2 s. */
const MAX_FRONT_MATTER_LINES = 2_000;

const OPENING = /^---[^\S\n]*(?:\n|$)/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*$/m;
/** A first key of YAML, below blank lines and comments. */
const BEGINS_WITH_KEY =
  /^(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[\w-]{1,60})[^\S\n]*:(?:\s|$)/;

const TOML_OPENING = /^\+\+\+[^\S\n]*(?:\n|$)/;
const TOML_CLOSING = /^\+\+\+[^\S\n]*$/m;
/** A first key of TOML, below blank lines and comments. */
const BEGINS_WITH_TOML_KEY =
  /^(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*(?:\[|(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[\w-]{1,60})[^\S\n]*[=.])/;
/** Hugo's JSON, whose outer braces are on lines of their own. */
const JSON_OPENING = /^\{[^\S\n]*\n\s*"/;
const JSON_CLOSING = /^\}[^\S\n]*$/m;

type Split = SplitFile | { readonly kind: 'problem'; readonly problem: FileProblem };

/** Maximum number of lines in which to look for front matter without an opening line. */
const MAX_HEADLESS_LINES = 40;
const HEADLESS_LINE = /^(?:[A-Za-z][\w-]{0,60}:(?:\s.*)?|\s.*|#.*|-\s.*)?$/;

/**
 * Splits a Markdown file with `\n` line ends into front matter and body. A file without front matter is all body.
 * Returns a problem where front matter is too long or never ends, or stands below text and limits the article.
 */
export function splitFrontMatter(text: string): Split {
  if (TOML_OPENING.test(text)) return splitToml(text);
  const opening = OPENING.exec(text);
  if (opening === null) return splitJson(text) ?? splitHeadless(text) ?? splitBelow(text) ?? toBodyOnly(text);
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  const isEmpty = closing !== null && rest.slice(0, closing.index).trim() === '';
  // A horizontal rule may stand at the start of the text, too.
  return isEmpty || BEGINS_WITH_KEY.test(rest) ? splitAt(rest, closing) : toBodyOnly(text);
}

function splitAt(rest: string, closing: RegExpExecArray | null): Split {
  if (closing === null)
    return { kind: 'problem', problem: toSkipped({ code: 'open-front-matter', fence: '---' }, 1) };
  const yaml = rest.slice(0, closing.index);
  const lines = yaml.split('\n').length;
  if (isTooLong(yaml)) return { kind: 'problem', problem: explainTooLong('---') };
  const body = rest.slice(closing.index + closing[0].length).replace(/^\n/, '');
  return { kind: 'split', yaml, yamlLine: 2, body, bodyLine: lines + 2 };
}

function splitToml(text: string): Split {
  const rest = text.slice(text.indexOf('\n') + 1);
  const closing = TOML_CLOSING.exec(rest);
  if (!BEGINS_WITH_TOML_KEY.test(rest)) return toBodyOnly(text);
  if (closing === null)
    return { kind: 'problem', problem: toSkipped({ code: 'open-front-matter', fence: '+++' }, 1) };
  const toml = rest.slice(0, closing.index);
  if (isTooLong(toml)) return { kind: 'problem', problem: explainTooLong('+++') };
  const read = convertTomlToYaml(toml);
  if (read.kind === 'problem')
    return {
      kind: 'problem',
      problem: toSkipped({ code: 'invalid-toml', detail: read.detail }, read.line + 1),
    };
  const split = splitAt(rest, closing);
  return split.kind === 'problem' ? split : { ...split, yaml: read.yaml };
}

/**
 * Splits off front matter in JSON. Returns null if the text does not begin with JSON: a page may begin with a
 * brace.
 */
function splitJson(text: string): SplitFile | null {
  const closing = JSON_OPENING.test(text) ? JSON_CLOSING.exec(text) : null;
  if (closing === null) return null;
  const json = text.slice(0, closing.index + closing[0].length);
  if (isTooLong(json) || !isJson(json)) return null;
  const body = text.slice(json.length).replace(/^\n/, '');
  return { kind: 'split', yaml: json, yamlLine: 1, body, bodyLine: json.split('\n').length + 1 };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isTooLong(frontMatter: string): boolean {
  return (
    frontMatter.length > MAX_FRONT_MATTER_CHARS || frontMatter.split('\n').length > MAX_FRONT_MATTER_LINES
  );
}

function toBodyOnly(text: string): SplitFile {
  return { kind: 'split', yaml: '', yamlLine: 1, body: text, bodyLine: 1 };
}

/**
 * Splits off `title: …` and other keys at the start of the file, down to a line of hyphens, as Flask's pages have
 * them.
 */
function splitHeadless(text: string): SplitFile | null {
  const lines = text.split('\n', MAX_HEADLESS_LINES);
  const end = lines.findIndex((line) => /^-{2,}[^\S\n]*$/.test(line));
  const head = lines.slice(0, Math.max(0, end));
  if (!head.some((line) => /^title:\s/i.test(line)) || !head.every((line) => HEADLESS_LINE.test(line)))
    return null;
  const yaml = head.join('\n');
  const body = text.slice(yaml.length + (lines[end]?.length ?? 0) + 2);
  return { kind: 'split', yaml, yamlLine: 1, body, bodyLine: end + 2 };
}

const CODE_FENCE = /^\s{0,3}(?:```|~~~)/;
/** A key that limits who may read an article, or nearly. */
const LIMIT_KEY = /^(?:channels?|roles?)[^\S\n]*:/i;

/**
 * Splits off front matter that limits an article and stands below empty lines or comments. Below text, or without a closing line, it would
 * limit nothing: then the article is refused, because everybody could read it. Returns null if no key below a line `---` is a limit.
 */
function splitBelow(text: string): Split | null {
  const lines = text.split('\n', MAX_HEADLESS_LINES);
  const opening = lines.findIndex(
    (line, index) => OPENING.test(line) && takeKeys(lines, index).some(isLimit),
  );
  // Pages about front matter show it as code.
  const fences = lines.slice(0, Math.max(0, opening)).filter((line) => CODE_FENCE.test(line));
  if (opening < 0 || fences.length % 2 === 1) return null;
  const keys = takeKeys(lines, opening);
  const closing = opening + 1 + keys.length;
  if (!CLOSING.test(lines[closing] ?? '') || !areUnseen(lines.slice(0, opening))) {
    const line = opening + 2 + keys.findIndex(isLimit);
    return { kind: 'problem', problem: toSkipped({ code: 'limit-out-of-place' }, line) };
  }
  const body = text
    .split('\n')
    .slice(closing + 1)
    .join('\n');
  return { kind: 'split', yaml: keys.join('\n'), yamlLine: opening + 2, body, bodyLine: closing + 2 };
}

/**
 * Returns the lines between an opening line and its closing line, or the next empty line if none follows. Returns none where the first is
 * empty, as below a horizontal rule, or one cannot be front matter.
 */
function takeKeys(lines: readonly string[], opening: number): readonly string[] {
  const below = lines.slice(opening + 1);
  const closing = below.findIndex((line) => CLOSING.test(line));
  const end = closing < 0 ? below.findIndex((line) => line.trim() === '') : closing;
  const keys = end < 0 ? below : below.slice(0, end);
  return (keys[0] ?? '').trim() !== '' && keys.every((line) => HEADLESS_LINE.test(line)) ? keys : [];
}

function isLimit(line: string): boolean {
  return LIMIT_KEY.test(line);
}

/** Returns whether all lines are empty, or comments. */
function areUnseen(lines: readonly string[]): boolean {
  let isInComment = false;
  return lines.every((line) => {
    const isText = !isInComment && line.trim() !== '' && !line.trimStart().startsWith('<!--');
    const end = line.lastIndexOf('-->');
    isInComment = (isInComment || line.includes('<!--')) && end < 0;
    return !isText && (end < 0 || line.slice(end + 3).trim() === '');
  });
}

function explainTooLong(fence: FrontMatterFence): FileProblem {
  const limits = { maxChars: MAX_FRONT_MATTER_CHARS, maxLines: MAX_FRONT_MATTER_LINES };
  return toSkipped({ code: 'front-matter-too-long', ...limits, fence }, 1);
}

/** Front matter can use texts, lists, and tables of texts. */
const MAX_DEPTH = 3;
/** The parser rejects deeper nesting. */
const MAX_PARSED_DEPTH = 50;
/** `key =`, `key.part =`, `[key]` and `[[key.part]]`, with or without quotation marks. */
const KEY_LINE = /^[ \t]*(?:\[{1,2}[ \t]*)?(?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|([\w-]{1,60}))[ \t]*[=.\]]/;

/** `line` counts from 1. `detail` is the parser's message, in English, without a full stop. */
interface TomlProblem {
  readonly kind: 'problem';
  readonly line: number;
  readonly detail: string;
}

/**
 * Converts TOML to YAML, with each key on the line of its first occurrence in the TOML. Explains why where the TOML is
 * not valid.
 */
function convertTomlToYaml(toml: string): { readonly kind: 'yaml'; readonly yaml: string } | TomlProblem {
  const table = parseSafely(toml);
  if ('kind' in table) return table;
  const values = new Map(Object.entries(table.table));
  const lines = toml.split('\n').map((line) => {
    const [, double, single, bare] = KEY_LINE.exec(line) ?? [];
    const key = double ?? single ?? bare ?? '';
    const value = values.get(key);
    values.delete(key);
    return value === undefined ? '' : renderYamlLine(key, value);
  });
  return { kind: 'yaml', yaml: lines.join('\n') };
}

function parseSafely(toml: string): { readonly table: TomlTableWithoutBigInt } | TomlProblem {
  try {
    return { table: parse(toml, { maxDepth: MAX_PARSED_DEPTH }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.split('\n');
    const detail = first.replace(/^Invalid TOML document: /, '').replace(/\.$/, '');
    return { kind: 'problem', line: error.line, detail };
  }
}

/** Renders a value as JSON, which is YAML. */
function renderYamlLine(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(toPlainValue(value, 0))}`;
}

/** Turns numbers and dates into texts, because JSON does not know all of them. */
function toPlainValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((each) => toPlainValue(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlainValue(each, depth + 1)]));
}
