import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { computeEditDistance } from '../../text/words/edit-distance.ts';
import type { Article } from '../article/article.ts';
import { type FileProblem, toSkipped } from '../article/problem.ts';
import {
  readAliases,
  readDate,
  readDays,
  readLanguage,
  readPinned,
  readPublisher,
  readReaders,
  readUrl,
} from './metadata-fields.ts';
import { type Field, type FieldResult, isNull, readOneLine, readText, readTitle } from './metadata-text.ts';
import { explainYamlError } from './yaml-mistake.ts';

/** The data that describe an article. */
export type Metadata = Pick<
  Article,
  | 'title'
  | 'url'
  | 'publisher'
  | 'published'
  | 'captured'
  | 'language'
  | 'staleAfterDays'
  | 'channels'
  | 'roles'
  | 'aliases'
  | 'pinned'
>;

const KNOWN_KEYS = [
  'title',
  'url',
  'publisher',
  'published',
  'captured',
  'draft',
  'language',
  'stale_after_days',
  'channels',
  'roles',
  'aliases',
  'pinned',
];

/**
 * The keys that can hold the title; the first one with a title counts. Besides `title`, they come from Docusaurus, FAQ
 * collections and data files.
 */
const TITLE_KEYS = ['title', 'sidebar_label', 'question', 'name'];

/** The content of front matter. `title` is null where it has none. */
type FrontMatter = Omit<Metadata, 'title'> & { readonly title: string | null };

/**
 * Reads front matter. For a draft, or where the YAML itself is broken, `metadata` is null. Any other error leaves its
 * field empty and becomes a warning. Unknown keys belong to the site generator and are ignored.
 *
 * The YAML is read as a tree of plain texts (the “failsafe” schema) and never becomes objects. So `title: 1984` stays
 * a text, and every problem has its line. Neither `__proto__`, nor an alias bomb, nor a tag can do harm.
 */
export function readMetadata({ yaml, yamlLine }: { readonly yaml: string; readonly yamlLine: number }): {
  readonly metadata: FrontMatter | null;
  readonly problems: readonly FileProblem[];
} {
  const parsed = parseFields(yaml, yamlLine);
  if (parsed.kind === 'problem') return { metadata: null, problems: [parsed.problem] };
  const { fields } = parsed;
  const draft = findDraft(fields);
  if (draft !== null) return { metadata: null, problems: [draft] };
  const problems: FileProblem[] = [...fields.values()].flatMap(explainMisspeltLimit);
  const take = <T>(key: string, read: (field: Field) => FieldResult<T>, missing: T): T => {
    const field = fields.get(key);
    if (field === undefined || isBlank(field.node)) return missing;
    const { value, problems: fieldProblems } = read(field);
    problems.push(...fieldProblems);
    return value;
  };
  // A key without a value is a limit too: an article must not become readable for everybody by a mistake.
  const takeReaders = (key: string): readonly string[] | null => {
    const field = fields.get(key);
    if (field === undefined) return null;
    const { value, problems: fieldProblems } = readReaders(field);
    problems.push(...fieldProblems);
    return value;
  };
  const metadata: FrontMatter = {
    title: findTitle(fields, problems),
    url: take('url', readUrl, null),
    publisher: take('publisher', readPublisher, null),
    published: take('published', readPublished, null),
    captured: take('captured', readDate, null),
    language: take('language', readLanguage, null),
    staleAfterDays: take('stale_after_days', readDays, null),
    channels: takeReaders('channels'),
    roles: takeReaders('roles'),
    aliases: take('aliases', readAliases, []),
    pinned: take('pinned', readPinned, []),
  };
  return { metadata, problems };
}

type ParsedFields =
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

function parseFields(yaml: string, yamlLine: number): ParsedFields {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + yamlLine - 1;
  const document = parseSafely(yaml, lineCounter);
  if (document === null)
    return { kind: 'problem', problem: toSkipped({ code: 'yaml-nested-too-deeply' }, yamlLine) };
  const yamlError = document.errors[0] ?? document.warnings[0];
  if (yamlError !== undefined) {
    const { offset, detail } = explainYamlError(document, yamlError);
    const problem =
      yamlError.code === 'DUPLICATE_KEY'
        ? explainDuplicateKey(lineAt(offset), KEY.exec(yaml.slice(offset))?.[2] ?? null)
        : toSkipped({ code: 'invalid-yaml', detail }, lineAt(offset));
    return { kind: 'problem', problem };
  }
  const { contents } = document;
  const fields = new Map<string, Field>();
  if (contents === null || isBlank(contents)) return { kind: 'fields', fields };
  if (!isMap(contents))
    return {
      kind: 'problem',
      problem: toSkipped({ code: 'not-key-value-lines' }, lineAt(contents.range[0])),
    };
  for (const { key, value } of contents.items) {
    const written = isScalar(key) ? readText(key) : '';
    const name = toKnownKey(written);
    const line = lineAt(key.range[0]);
    if (KNOWN_KEYS.includes(name) && fields.has(name))
      return { kind: 'problem', problem: explainDuplicateKey(line, name) };
    fields.set(name, { key: name, node: value, line, lineAt });
  }
  return { kind: 'fields', fields };
}

const LIMIT_KEYS = ['channels', 'roles'];

/** Explains that a key with one letter too many or too few limits nothing: the article would be public by a mistake. */
function explainMisspeltLimit({ key, line }: Field): readonly FileProblem[] {
  const written = key.trim().toLowerCase();
  const meant = LIMIT_KEYS.find(
    (each) => Math.abs(each.length - written.length) === 1 && computeEditDistance(written, each, 1) === 1,
  );
  if (meant === undefined) return [];
  return [{ kind: 'warning', line, cause: { code: 'limit-misspelt', key, meant } }];
}

/** Returns the known key that `written` spells in any case, as in “Draft”; otherwise `written` itself. */
function toKnownKey(written: string): string {
  const lower = written.trim().toLowerCase();
  return KNOWN_KEYS.includes(lower) ? lower : written;
}

/**
 * Parses YAML. Returns null if the nesting is too deep for the parser's stack, as with ten thousand opening
 * brackets.
 */
function parseSafely(
  yaml: string,
  lineCounter: LineCounter,
): ReturnType<typeof parseDocument<ParsedNode>> | null {
  try {
    return parseDocument(yaml, { schema: 'failsafe', lineCounter, prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns whether a value is missing: `url:` and `url: null` both have none. */
function isBlank(node: ParsedNode | null): boolean {
  return node === null || isNull(node) || (isScalar(node) && readText(node) === '');
}

/** Explains why the front matter declares a draft, or null if it declares none. */
function findDraft(fields: ReadonlyMap<string, Field>): FileProblem | null {
  const draft = fields.get('draft');
  if (draft !== undefined && !isBlank(draft.node) && !isNo(draft.node))
    return explainDraft(draft, 'true', 'false');
  const published = fields.get('published');
  return published !== undefined && isNo(published.node) ? explainDraft(published, 'false', 'true') : null;
}

function explainDraft({ key, line }: Field, now: string, then: string): FileProblem {
  const cause = { code: 'draft', written: `${key}: ${now}`, instead: `${key}: ${then}` } as const;
  return { kind: 'draft', line, cause };
}

/** Reads `published`. `published: true` only says that the article is not a draft. */
function readPublished(field: Field): FieldResult<string | null> {
  return isYes(field.node) ? { value: null, problems: [] } : readDate(field);
}

function isNo(node: ParsedNode | null): boolean {
  return /^(?:false|no|off)$/i.test(readOneLine(node) ?? '');
}

function isYes(node: ParsedNode | null): boolean {
  return /^(?:true|yes|on)$/i.test(readOneLine(node) ?? '');
}

/** Finds the title. Adds a problem to `problems` where `title` is unusable. */
function findTitle(fields: ReadonlyMap<string, Field>, problems: FileProblem[]): string | null {
  for (const key of TITLE_KEYS) {
    const field = fields.get(key);
    if (field === undefined || isBlank(field.node)) continue;
    const title = readTitle(field);
    if (title.kind === 'title') return title.text;
    if (key === 'title') problems.push(title.problem);
  }
  return null;
}

/** The key at the start of a line, with or without quotation marks. */
const KEY = /^(["']?)([^\n]{1,60}?)\1[ \t]{0,60}(?::|\n|$)/;

function explainDuplicateKey(line: number, key: string | null): FileProblem {
  return toSkipped({ code: 'key-twice', key }, line);
}
