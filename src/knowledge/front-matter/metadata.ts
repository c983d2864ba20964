import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Article } from '../article/article.ts';
import { type FileProblem, toSkipped } from '../article/problem.ts';
import {
  readAliases,
  readDate,
  readDays,
  readLanguage,
  readPinned,
  readPublisher,
  readUrl,
} from './metadata-fields.ts';
import { type Field, type FieldResult, isNull, readOneLine, readText, readTitle } from './metadata-text.ts';

/** What is told about an article beside its text. */
export type Metadata = Pick<
  Article,
  | 'title'
  | 'url'
  | 'publisher'
  | 'published'
  | 'captured'
  | 'language'
  | 'staleAfterDays'
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
  'aliases',
  'pinned',
];

/** What holds a title, the first that does; others than `title` are those of Docusaurus, FAQ collections and data files. */
const TITLE_KEYS = ['title', 'sidebar_label', 'question', 'name'];

/** What the front matter of a file tells; `title` is null where it tells none. */
type FrontMatter = Omit<Metadata, 'title'> & { readonly title: string | null };

/**
 * Reads front matter. In a draft, or where the YAML itself is broken, `metadata` is null; whatever else is wrong leaves its own field empty
 * and is told as a warning. Keys that mean nothing here belong to whatever builds the site: they are passed over.
 *
 * The YAML is read as a tree of plain texts (the “failsafe” schema) and never turned into objects: `title: 1984`
 * stays a text, every problem has its line, and neither `__proto__`, an alias bomb nor a tag has anything to act on.
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
  const problems: FileProblem[] = [];
  const take = <T>(key: string, read: (field: Field) => FieldResult<T>, missing: T): T => {
    const field = fields.get(key);
    if (field === undefined || isBlank(field.node)) return missing;
    const { value, problems: fieldProblems } = read(field);
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
  const trouble = document.errors[0] ?? document.warnings[0];
  if (trouble !== undefined)
    return { kind: 'problem', problem: explainYamlError(yaml, trouble, lineAt(trouble.pos[0])) };
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

/** The known key that `written` spells in whatever case, as in “Draft”; else `written` itself. */
function toKnownKey(written: string): string {
  const lower = written.trim().toLowerCase();
  return KNOWN_KEYS.includes(lower) ? lower : written;
}

/** Null where the nesting is deeper than the parser's stack, as in ten thousand opening brackets. */
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

/** `url:` and `url: null` both say that there is none. */
function isBlank(node: ParsedNode | null): boolean {
  return node === null || isNull(node) || (isScalar(node) && readText(node) === '');
}

/** Why the article is not to be read yet, as it says itself; null where it does not. */
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

/** `published: true` says nothing more than that it is no draft. */
function readPublished(field: Field): FieldResult<string | null> {
  return isYes(field.node) ? { value: null, problems: [] } : readDate(field);
}

function isNo(node: ParsedNode | null): boolean {
  return /^(?:false|no|off)$/i.test(readOneLine(node) ?? '');
}

function isYes(node: ParsedNode | null): boolean {
  return /^(?:true|yes|on)$/i.test(readOneLine(node) ?? '');
}

/** Adds to `problems` why a `title` is none. */
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

/** What begins with a key, in quotes or not. */
const KEY = /^(["']?)([^\n]{1,60}?)\1[ \t]{0,60}(?::|\n|$)/;

function explainYamlError(yaml: string, trouble: YAMLError, line: number): FileProblem {
  if (trouble.code !== 'DUPLICATE_KEY')
    return toSkipped({ code: 'invalid-yaml', detail: trouble.message.replace(/\.$/, '') }, line);
  return explainDuplicateKey(line, KEY.exec(yaml.slice(trouble.pos[0]))?.[2] ?? null);
}

function explainDuplicateKey(line: number, key: string | null): FileProblem {
  return toSkipped({ code: 'key-twice', key }, line);
}
